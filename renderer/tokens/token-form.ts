import { set } from 'react-hook-form';
import { type Grants, grants, type ServerWideGrant, serverWideGrants, trackSources } from '../../main/contract/grants';
import { formatLifetime, parseLifetime } from '../../main/contract/lifetime';
import type { Lint } from '../../main/contract/token-lints';
import type { Preset } from '../../main/contract/tokens';
import { recordOf } from './pairs';
import { contentOf, exchanged, noContent, type PresetContent } from './preset-content';
import { emptyRoomConfig, requestedRoomConfig } from './room-config-form';

/** The form as it is typed. What is a number or null in the request is text here, and attributes are a list, so that half-typed ones stay. */
export type TokenForm = PresetContent & {
  presetId: string | null;
  /** What the last chosen preset put in, to be taken out with the next choice. */
  given: PresetContent;
  identity: string;
  name: string;
  room: string;
  grants: Grants;
  kind: string;
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
  ...noContent(),
  given: noContent(),
  lifetime: '1h',
  reason: '',
});

/** What is asked of main. `kind` stays unchecked text here: the schema names it where it is wrong. */
export function requestOf({ given: _, lifetime, attributes, roomConfig, kind, ...form }: TokenForm, profileId: string, now: Date) {
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

/** The form after a preset is chosen: who and where stay, and so does what was typed by hand. What the last preset put in goes with it. */
export function withPreset(form: TokenForm, preset: Preset, longestLifetimeSeconds: number): TokenForm {
  const given = contentOf(preset);
  return {
    ...form,
    ...exchanged(form, form.given, given),
    given,
    presetId: preset.id,
    grants: preset.grants,
    kind: preset.kind ?? '',
    lifetime: formatLifetime(Math.min(preset.ttlSeconds, longestLifetimeSeconds)),
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
