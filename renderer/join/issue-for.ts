import type { Profile } from '../../main/contract/profiles';
import { api, CallError, unwrap } from '../api';

/** Joining with an identity that is in the room ends the other session, so each form begins with one of its own. */
export function newQaIdentity(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(3));
  return `qa-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A token for one room, by this preset and under the profile's policy. Main writes it down. */
export async function issueFor(profile: Profile, room: string, identity: string, presetId = 'publisher'): Promise<string> {
  const preset = (await unwrap(api['presets.list']({}))).find(({ id }) => id === presetId);
  if (!preset) throw new CallError({ ok: false, code: 'not-found', message: 'no such preset' });
  const { grants, kind, metadata, attributes } = preset;
  const ttlSeconds = Math.min(preset.ttlSeconds, profile.policy.longestLifetimeSeconds);
  const { jwt } = await unwrap(
    api['tokens.issue']({ profileId: profile.id, presetId, identity, room, grants, kind, metadata, attributes, ttlSeconds }),
  );
  return jwt;
}
