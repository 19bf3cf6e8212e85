import type { Emit } from '../../main/application';
import { policy, type StoredProfile } from '../../main/contract/profiles';
import { type TokenRequest, tokenRequest } from '../../main/contract/tokens';
import { builtinPresets } from '../../main/tokens/builtin-presets';
import { createTokens } from '../../main/tokens/tokens';
import type { TestServer } from '../setup/livekit-server';
import { testProfile } from '../setup/test-profile';

/** The token desk of one real server, with the credentials at hand instead of in a keychain. */
export function openTokenDesk({ url, apiKey, apiSecret }: TestServer, given: Partial<StoredProfile> = {}) {
  const profile = testProfile(
    { url, apiKey, apiSecret },
    {
      policy: policy.parse({ longestLifetimeSeconds: 86_400, serverWideGrants: ['ingressAdmin', 'roomList', 'roomCreate'] }),
      ...given,
    },
  );
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
  const issue = (asked: Omit<TokenRequest, 'profileId'>) => calls['tokens.issue'](tokenRequest.parse({ ...asked, profileId: profile.id }));
  return {
    profileId: profile.id,
    calls,
    emitted,
    issue,
    /** As the form does when a preset is chosen. */
    issueByPreset(presetId: string, asked: Pick<TokenRequest, 'identity' | 'room'> & Partial<TokenRequest>) {
      const { grants, kind, ttlSeconds } = presetOf(presetId);
      return issue({ presetId, grants, kind, ttlSeconds, reason: 'test', ...asked });
    },
    ask: (jwt: string) => calls['tokens.askServer']({ profileId: profile.id, jwt }),
  };
}
