import type { Emit } from '../../main/application';
import { meetJoinPage } from '../../main/contract/join-page';
import { policy, type StoredProfile } from '../../main/contract/profiles';
import { type TokenRequest, tokenRequest } from '../../main/contract/tokens';
import { builtinPresets } from '../../main/tokens/builtin-presets';
import { createTokens } from '../../main/tokens/tokens';
import type { TestServer } from '../setup/livekit-server';

const profileId = '6f2b0f3e-54a6-4a53-8d0f-2a7f1a0c9b11';

/** The token desk of one real server, with the credentials at hand instead of in a keychain. */
export function openTokenDesk({ url, apiKey, apiSecret }: TestServer, given: Partial<StoredProfile> = {}) {
  const profile: StoredProfile = {
    id: profileId,
    name: 'Test server',
    serverUrl: url,
    apiKey,
    environment: 'development',
    safety: 'free',
    joinPage: meetJoinPage,
    policy: policy.parse({ longestLifetimeSeconds: 86_400, serverWideGrants: ['ingressAdmin', 'roomList', 'roomCreate'] }),
    secretStoredAt: null,
    ...given,
  };
  const presetOf = (id: string) => {
    const found = builtinPresets.find((preset) => preset.id === id);
    if (!found) throw new Error(`no preset ${id}`);
    return found;
  };
  const emitted: unknown[] = [];
  const emit: Emit = (...event) => void emitted.push(event);
  const calls = createTokens(
    { get: () => profile, withCredentials: (_, use) => use({ serverUrl: url, apiKey, apiSecret }) },
    { get: presetOf },
    emit,
  );
  const issue = (asked: Omit<TokenRequest, 'profileId'>) => calls['tokens.issue'](tokenRequest.parse({ ...asked, profileId }));
  return {
    profileId,
    calls,
    emitted,
    issue,
    /** As the form does when a preset is chosen. */
    issueByPreset(presetId: string, asked: Pick<TokenRequest, 'identity' | 'room'> & Partial<TokenRequest>) {
      const { grants, kind, ttlSeconds } = presetOf(presetId);
      return issue({ presetId, grants, kind, ttlSeconds, reason: 'test', ...asked });
    },
    ask: (jwt: string) => calls['tokens.askServer']({ profileId, jwt }),
  };
}
