import { expect, test } from 'vitest';
import { storedClient } from '../../../../main/contract/endpoint';
import { meetJoinPage } from '../../../../main/contract/join-page';
import { policy, type StoredProfile } from '../../../../main/contract/profiles';
import { Refusal } from '../../../../main/contract/result';
import { createIssuer } from '../../../../main/endpoint/issuer';
import { readAsked } from '../../../../main/endpoint/wire';
import type { Credentials } from '../../../../main/livekit/clients';
import { builtinPresets } from '../../../../main/tokens/builtin-presets';

const profile: StoredProfile = {
  id: '6f2b0f3e-54a6-4a53-8d0f-2a7f1a0c9b11',
  name: 'Test',
  serverUrl: 'ws://127.0.0.1:7880',
  apiKey: 'APIk7QzW4mTn2',
  environment: 'development',
  safety: 'free',
  joinPage: meetJoinPage,
  policy: policy.parse({}),
  secretStoredAt: null,
};
const client = storedClient.parse({
  id: 'b2f0a6d4-0c51-4c1a-9a0e-0e2f6b1d7c55',
  name: 'web',
  keyHash: '0'.repeat(64),
  createdAt: new Date().toISOString(),
  revokedAt: null,
  lastUsedAt: null,
});
const [guest] = builtinPresets;

/** An issuer whose keychain and audit log can be watched and held up. */
function openIssuer({ unwritable = false, failingLook = 0 } = {}) {
  const seen = { looks: 0, writes: [] as number[], open: () => {} };
  const held = new Promise<void>((resolve) => {
    seen.open = resolve;
  });
  const profiles = {
    get: () => profile,
    async withCredentials<T>(_: string, use: (credentials: Credentials) => Promise<T>) {
      seen.looks += 1;
      await held;
      if (seen.looks === failingLook) throw new Refusal('keychain-locked', 'locked');
      return use({ serverUrl: profile.serverUrl, apiKey: profile.apiKey, apiSecret: 'a secret of more than thirty-two letters' });
    },
  };
  const audit = {
    operator: () => '',
    act: () => Promise.reject(new Error('not here')),
    record(done: readonly unknown[]) {
      if (unwritable) throw new Error('disk full');
      seen.writes.push(done.length);
    },
  };
  const presets = {
    get() {
      if (!guest) throw new Error('no preset');
      return guest;
    },
  };
  return { seen, ...createIssuer(profile.id, { profiles, presets, audit }) };
}
const asked = (user: string) => readAsked({ user_id: user, room: 'a' });

test('those who wait together cost one look into the keychain and one write, a hundred and twenty-eight at most', async () => {
  const { issue, seen } = openIssuer();
  const issued = Array.from({ length: 150 }, (_, number) => issue(client, asked(`user-${number}`)));
  await new Promise(setImmediate);
  seen.open();
  expect(new Set((await Promise.all(issued)).map((each) => each.issued.claims.sub)).size).toBe(150);
  // The third look is for those who would have come meanwhile.
  expect(seen).toMatchObject({ looks: 3, writes: [128, 22] });
});

test('one who comes alone costs one look, and nothing is looked up for nobody', async () => {
  const { issue, seen } = openIssuer();
  seen.open();
  await issue(client, asked('a'));
  await issue(client, asked('b'));
  expect(seen).toMatchObject({ looks: 2, writes: [1, 1] });
});

test('a keychain that fails for nobody harms nobody', async () => {
  const { issue, seen } = openIssuer({ failingLook: 2 });
  const issued = Array.from({ length: 10 }, (_, number) => issue(client, asked(`user-${number}`)));
  seen.open();
  await Promise.all(issued);
  await expect(issue(client, asked('b'))).resolves.toMatchObject({ request: { identity: 'b' } });
  expect(seen).toMatchObject({ looks: 3, writes: [10, 1] });
});

test('no token is given away that cannot be written down', async () => {
  const { issue, seen } = openIssuer({ unwritable: true });
  seen.open();
  await expect(issue(client, asked('a'))).rejects.toMatchObject({ code: 'unavailable' });
  await expect(issue(client, asked('b'))).rejects.toMatchObject({ code: 'unavailable' });
});
