import { meetJoinPage } from '../../main/contract/join-page';
import { policy, type StoredProfile } from '../../main/contract/profiles';
import type { TestServer } from './livekit-server';

/** The console's record of a test server; nothing is asked about, since it is free. */
export const testProfile = ({ url, apiKey }: TestServer, given: Partial<StoredProfile> = {}): StoredProfile => ({
  id: '6f2b0f3e-54a6-4a53-8d0f-2a7f1a0c9b11',
  name: 'Test server',
  serverUrl: url,
  apiKey,
  environment: 'development',
  safety: 'free',
  joinPage: meetJoinPage,
  policy: policy.parse({}),
  secretStoredAt: null,
  ...given,
});
