import { randomUUID } from 'node:crypto';
import type { StoredClient } from '../contract/endpoint';
import type { Claims } from '../tokens/grants';

/** What a backend of one's own is to do: the rules of one client, for one server. */
export type Backend = Pick<StoredClient, 'rooms' | 'identityRule' | 'identity' | 'perMinute'> & {
  serverUrl: string;
  ttlSeconds: number;
  claims: Claims;
};

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

export const indented = (lines: string[], by: string): string => lines.map((line) => (line === '' ? '' : by + line)).join('\n');
