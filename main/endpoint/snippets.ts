import type { StoredClient } from '../contract/endpoint';
import type { StoredProfile } from '../contract/profiles';
import type { Preset } from '../contract/tokens';
import { claimsOf } from '../tokens/grants';
import type { Backend } from './own-backend';
import { lifetimeOf } from './rules';
import { expressSnippet } from './snippet-express';
import { fastApiSnippet } from './snippet-fastapi';
import { goSnippet } from './snippet-go';

/**
 * Whole programs that answer the token guide's request by the rules of this client, as this endpoint does: POST /livekit/token, 200,
 * 400, 401, 403, 413, 415 and 429. LIVEKIT_API_KEY, LIVEKIT_API_SECRET and CLIENT_KEY come from the environment.
 */
export function backendSnippets(client: StoredClient, preset: Preset, profile: StoredProfile) {
  const ttlSeconds = lifetimeOf(client, preset, profile);
  // Any room: where it stands in the token is what counts.
  const claims = claimsOf({ ...preset, identity: '', name: '', room: 'any', ttlSeconds });
  const backend: Backend = { ...client, serverUrl: profile.serverUrl, ttlSeconds, claims };
  return { express: expressSnippet(backend), fastapi: fastApiSnippet(backend), go: goSnippet(backend) };
}
