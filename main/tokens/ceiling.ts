import { type Grants, serverWideGrants } from '../contract/grants';
import type { StoredProfile } from '../contract/profiles';
import { type Lint, red } from '../contract/token-lints';
import type { Preset, TokenRequestOutput } from '../contract/tokens';

/** The preset whose ceiling holds, and the server it is for. */
export type Rules = { profile: StoredProfile; preset: Preset | undefined };
type Asked = Pick<TokenRequestOutput, 'grants' | 'kind' | 'ttlSeconds'>;

export const serverWideOn = (grants: Grants) => serverWideGrants.filter((name) => grants[name]);

const switchedOn = (grants: Grants) => Object.entries(grants).flatMap(([name, value]) => (value === true ? [name] : []));
const switchedOff = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`grants.${name}`, false]));
const named = (names: readonly string[]) => ({ grants: names.join(', ') });

/** Each limit that is passed; the cure is the lower of both. */
function lifetimeLints(seconds: number, { profile, preset }: Rules): Lint[] {
  const byPolicy = profile.policy.longestLifetimeSeconds;
  const byPreset = preset?.longestLifetimeSeconds ?? byPolicy;
  const cure = { ttlSeconds: Math.min(byPolicy, byPreset) };
  return [
    ...(seconds > byPolicy ? [red('lifetime-over-policy', { values: { seconds, longestSeconds: byPolicy }, cure })] : []),
    ...(preset && seconds > byPreset ? [red('lifetime-over-preset', { values: { seconds, longestSeconds: byPreset }, cure })] : []),
  ];
}

/** Asked for as the preset holds it, as every client of the endpoint does. */
const isAsHeld = ({ grants, kind }: Asked, preset: Preset) => grants === preset.grants && kind === preset.kind;

/** Rights beyond the preset's: switches it has off, sources it does not name, another destination, another kind. */
function overPreset({ grants, kind }: Asked, preset: Preset): Lint[] {
  const held = preset.grants;
  const cure: NonNullable<Lint['cure']> = {};
  const heldOn = new Set(switchedOn(held));
  for (const name of switchedOn(grants)) if (!heldOn.has(name)) cure[`grants.${name}`] = false;
  // No source named means every source: wider than any list.
  const limited = grants.canPublish && held.canPublishSources.length > 0;
  const within = grants.canPublishSources.filter((source) => held.canPublishSources.includes(source));
  if (limited && (within.length === 0 || within.length < grants.canPublishSources.length)) {
    cure['grants.canPublishSources'] = within.length > 0 ? within : held.canPublishSources;
  }
  if (grants.destinationRoom && grants.destinationRoom !== held.destinationRoom) cure['grants.destinationRoom'] = held.destinationRoom;
  if (kind && kind !== 'standard' && kind !== preset.kind) cure.kind = preset.kind;
  const names = Object.keys(cure).map((path) => path.replace('grants.', ''));
  return names.length > 0 ? [red('grant-over-preset', { values: { ...named(names), preset: preset.name }, cure })] : [];
}

/**
 * What the server's safety level, its policy and the preset forbid. Read-only means that nothing issued here may change the
 * server: tokens that join a room are allowed, those that moderate it or reach the whole server are not.
 */
export function ceilingLints(asked: Asked, rules: Rules): Lint[] {
  const { profile, preset } = rules;
  const wide = serverWideOn(asked.grants);
  const acting = [...wide, ...(asked.grants.roomAdmin ? ['roomAdmin'] : [])];
  const forbidden = wide.filter((name) => !profile.policy.serverWideGrants.includes(name));
  return [
    ...(profile.safety === 'read-only' && acting.length > 0
      ? [red('read-only', { values: named(acting), cure: switchedOff(acting) })]
      : []),
    ...(forbidden.length > 0 ? [red('grant-over-policy', { values: named(forbidden), cure: switchedOff(forbidden) })] : []),
    ...(preset && !isAsHeld(asked, preset) ? overPreset(asked, preset) : []),
    ...lifetimeLints(asked.ttlSeconds, rules),
  ];
}
