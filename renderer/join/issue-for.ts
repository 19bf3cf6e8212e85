import type { Profile } from '../../main/contract/profiles';
import type { Preset } from '../../main/contract/tokens';
import { api, unwrap } from '../api';

/** A token for one room, by this preset and under the profile's policy. Main writes it down. */
export async function issueFor(profile: Profile, preset: Preset, room: string, identity: string): Promise<string> {
  const { id: presetId, grants, kind, metadata, attributes, roomPreset, roomConfig } = preset;
  const ttlSeconds = Math.min(preset.ttlSeconds, profile.policy.longestLifetimeSeconds);
  const said = { grants, kind, metadata, attributes, roomPreset, roomConfig };
  const { jwt } = await unwrap(api['tokens.issue']({ profileId: profile.id, presetId, identity, room, ...said, ttlSeconds }));
  return jwt;
}
