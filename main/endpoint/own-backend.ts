import { randomUUID } from 'node:crypto';
import type { StoredClient } from '../contract/endpoint';
import type { StoredProfile } from '../contract/profiles';
import type { Preset } from '../contract/tokens';
import { type Claims, claimsOf } from '../tokens/grants';
import { refusals } from './refusals';
import { lifetimeOf, mayConfigure, onlyRoomOf } from './rules';

/** What a backend of one's own is to do: the rules of one client, for one server. */
export type Backend = Pick<StoredClient, 'rooms' | 'identityRule' | 'identity' | 'perMinute' | 'origins'> & {
  serverUrl: string;
  ttlSeconds: number;
  /** Of the preset, all but its attributes: they are put on top of those that are asked for. */
  claims: Omit<Claims, 'attributes'>;
  attributes: Record<string, string>;
  /** The room where none is asked for; empty: none. */
  onlyRoom: string;
  /** Whether a request may have settings for its room. */
  mayConfigure: boolean;
};

export function backendOf(client: StoredClient, preset: Preset, profile: StoredProfile): Backend {
  const ttlSeconds = lifetimeOf(client, preset, profile);
  // Any room: where it stands in the token is what counts.
  const { attributes, ...claims } = claimsOf({ ...preset, identity: '', name: '', room: 'any', ttlSeconds });
  return {
    ...client,
    serverUrl: profile.serverUrl,
    ttlSeconds,
    claims,
    attributes: attributes ?? {},
    onlyRoom: onlyRoomOf(client),
    mayConfigure: mayConfigure(preset),
  };
}

/**
 * The claims with marks where identity and room of a request go, and what puts a variable in the place of each. The marks are texts that
 * nobody can have written.
 */
export function inPlace({ claims }: Backend) {
  const [identityMark, roomMark] = [randomUUID(), randomUUID()];
  const { sub: _, video, ...others } = claims;
  return {
    claims: { ...others, sub: identityMark, ...(video && { video: { ...video, room: roomMark } }) },
    place: (lines: string[], identity: string, room: string): string[] =>
      lines.map((line) => line.replace(`"${identityMark}"`, identity).replace(`"${roomMark}"`, room)),
  };
}

const notOfOneClient = ['bad-host', 'no-path', 'bad-method', 'busy', 'preset-not-allowed', 'unavailable'];
/** What such a backend refuses, with this endpoint's own status and words; and where it fails itself. */
export const backendRefusals: { code: string; status: number; message: string }[] = [
  ...Object.entries(refusals).flatMap(([code, said]) => (notOfOneClient.includes(code) ? [] : [{ code, ...said }])),
  { code: 'internal', status: 500, message: 'The backend failed.' },
];

export const indented = (lines: string[], by: string): string => lines.map((line) => (line === '' ? '' : by + line)).join('\n');
