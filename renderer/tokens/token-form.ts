import { set } from 'react-hook-form';
import { type Grants, grants, type ServerWideGrant, serverWideGrants, trackSources } from '../../main/contract/grants';
import { formatLifetime, parseLifetime } from '../../main/contract/lifetime';
import type { Lint, Preset } from '../../main/contract/tokens';
import { type Pair, pairsOf, recordOf } from './pairs';
import { emptyRoomConfig, type RoomConfigForm, requestedRoomConfig, roomConfigFormOf } from './room-config-form';

/** The form as it is typed. What is a number or null in the request is text here, and attributes are a list, so that half-typed ones stay. */
export type TokenForm = {
  presetId: string | null;
  identity: string;
  name: string;
  room: string;
  grants: Grants;
  kind: string;
  metadata: string;
  attributes: Pair[];
  roomPreset: string;
  roomConfig: RoomConfigForm;
  lifetime: string;
  reason: string;
};
/** Joining with an identity that is in the room ends the other session, so each form begins with one of its own. */
export function newIdentity(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return `user-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export const emptyTokenForm = (): TokenForm => ({
  presetId: null,
  identity: newIdentity(),
  name: '',
  room: '',
  grants: grants.parse({ roomJoin: true, canSubscribe: true }),
  kind: '',
  metadata: '',
  attributes: [],
  roomPreset: '',
  roomConfig: emptyRoomConfig(),
  lifetime: '1h',
  reason: '',
});

/** What is asked of main. `kind` stays unchecked text here: the schema names it where it is wrong. */
export function requestOf({ lifetime, attributes, roomConfig, kind, ...form }: TokenForm, profileId: string, now: Date) {
  const parsed = parseLifetime(lifetime, now);
  return {
    ...form,
    profileId,
    kind: kind === '' ? null : kind,
    attributes: recordOf(attributes),
    roomConfig: requestedRoomConfig(roomConfig),
    ttlSeconds: 'seconds' in parsed ? parsed.seconds : Number.NaN,
  };
}

export const serverWideOn = (on: Grants): ServerWideGrant[] => serverWideGrants.filter((grant) => on[grant]);

/** Whether `asked` holds nothing that `ceiling` does not. No sources means all of them. */
export function isWithin(asked: Grants, ceiling: Grants): boolean {
  const sources = (of: Grants) => (of.canPublishSources.length === 0 ? trackSources : of.canPublishSources);
  return Object.entries(asked).every(([grant, value]) => {
    if (grant === 'canPublishSources') return !asked.canPublish || sources(asked).every((source) => sources(ceiling).includes(source));
    if (grant === 'destinationRoom') return value === '' || value === ceiling.destinationRoom;
    return value !== true || Object.entries(ceiling).some(([allowed, on]) => allowed === grant && on === true);
  });
}

/** The form after a preset is chosen: who and where stay, and so does whatever the preset has nothing to say of. */
export function withPreset(form: TokenForm, preset: Preset, longestLifetimeSeconds: number): TokenForm {
  const attributes = pairsOf(preset.attributes);
  return {
    ...form,
    presetId: preset.id,
    grants: preset.grants,
    kind: preset.kind ?? '',
    lifetime: formatLifetime(Math.min(preset.ttlSeconds, longestLifetimeSeconds)),
    ...(preset.metadata ? { metadata: preset.metadata } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(preset.roomPreset ? { roomPreset: preset.roomPreset } : {}),
    ...(preset.roomConfig ? { roomConfig: roomConfigFormOf(preset.roomConfig) } : {}),
  };
}

/** Where a path of the request stands in the form. */
export const formPath = (requestPath: string) => (requestPath === 'ttlSeconds' ? 'lifetime' : requestPath);

/** The form after a finding's cure, whose paths are those of the request. */
export function withCure(form: TokenForm, cure: NonNullable<Lint['cure']>): TokenForm {
  const cured = structuredClone(form);
  for (const [path, value] of Object.entries(cure)) {
    if (path === 'ttlSeconds') cured.lifetime = formatLifetime(Number(value));
    else if (path === 'roomConfig') cured.roomConfig = emptyRoomConfig();
    else if (path === 'attributes') cured.attributes = [];
    else set(cured, path, value ?? (path === 'presetId' ? null : ''));
  }
  return cured;
}
