import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import type { Emit, Handlers } from '../application';
import { Refusal } from '../contract/result';
import type { Profiles } from '../profiles/profiles';

export type TokenCalls = 'tokens.preview' | 'tokens.issue' | 'tokens.situation' | 'tokens.rooms' | 'tokens.askServer' | 'tokens.snippets';

/** The first 16 hex digits of SHA-256: enough to find a token again, useless to join with. */
const fingerprint = (jwt: string) => createHash('sha256').update(jwt).digest('hex').slice(0, 16);

const notBuilt = async () => {
  throw new Refusal('internal', 'not built yet');
};

export function createTokens(profiles: Profiles, emit: Emit): Pick<Handlers, TokenCalls> {
  return {
    'tokens.preview': notBuilt,
    'tokens.situation': notBuilt,
    'tokens.rooms': notBuilt,
    'tokens.askServer': notBuilt,
    'tokens.snippets': notBuilt,
    'tokens.issue': ({ profileId, identity, room, ttlSeconds, grants }) =>
      profiles.withCredentials(profileId, async ({ apiKey, apiSecret, serverUrl }) => {
        const token = new AccessToken(apiKey, apiSecret, { identity, ttl: ttlSeconds });
        token.addGrant({ roomJoin: grants.roomJoin, room, canPublish: grants.canPublish, canSubscribe: grants.canSubscribe });
        const jwt = await token.toJwt();
        const [issuedAt, expiresAt] = [new Date().toISOString(), new Date(Date.now() + ttlSeconds * 1000).toISOString()];
        emit('tokens.issued', { profileId, identity, room, fingerprint: fingerprint(jwt), issuedAt, expiresAt });
        const url = new URL('https://meet.livekit.io/custom');
        url.search = new URLSearchParams({ liveKitUrl: serverUrl, token: jwt }).toString();
        const joinLink = { url: url.href, host: url.host };
        return { jwt, fingerprint: fingerprint(jwt), issuedAt, expiresAt, bytes: jwt.length, claims: {}, joinLink };
      }),
  };
}
