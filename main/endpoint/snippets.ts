import type { backendFrameworks, StoredClient } from '../contract/endpoint';
import type { StoredProfile } from '../contract/profiles';
import type { Preset } from '../contract/tokens';
import { checkIssue } from '../tokens/issue';
import { backendOf } from './own-backend';
import { lifetimeOf } from './rules';
import { expressSnippet } from './snippet-express';
import { fastApiSnippet } from './snippet-fastapi';
import { goSnippet } from './snippet-go';

/**
 * Whole programs that answer both requests by the rules of this client, as this endpoint does: POST /livekit/token, 200, 201, 400, 401,
 * 403, 413, 415 and 429. LIVEKIT_API_KEY, LIVEKIT_API_SECRET and CLIENT_KEY come from the environment. Throws what forbids a token of this
 * preset for this server: code is no way around the ceiling.
 */
export function backendSnippets(
  client: StoredClient,
  preset: Preset,
  profile: StoredProfile,
): Record<(typeof backendFrameworks)[number], string> {
  const { id: _, name, builtin, longestLifetimeSeconds, ...said } = preset;
  const ttlSeconds = lifetimeOf(client, preset, profile);
  const request = { ...said, profileId: profile.id, presetId: preset.id, identity: 'user', name: '', room: 'room', ttlSeconds, reason: '' };
  checkIssue(request, { profile, preset });
  const backend = backendOf(client, preset, profile);
  return { express: expressSnippet(backend), fastapi: fastApiSnippet(backend), go: goSnippet(backend) };
}
