import { MantineProvider } from '@mantine/core';
import { MutationObserver, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keychainStatus } from '../../../../main/contract/profiles';
import { CallError } from '../../../../renderer/api';
import { en } from '../../../../renderer/i18n/en';
import { changeLanguage, startI18n } from '../../../../renderer/i18n/i18n';
import { zhCn } from '../../../../renderer/i18n/zh-cn';
import { KeychainLine } from '../../../../renderer/profiles/keychain-line';
import { createClient, keychainKey, noteStored } from '../../../../renderer/ui/keychain-changes';

const states = keychainStatus.shape.state.options;
const platforms = keychainStatus.shape.platform.options;
type State = (typeof states)[number];
/** A client that knows how the keychain stands, and how often it was asked anew. */
function knowing(state: State, platform: (typeof platforms)[number] = 'linux', updatedAt = Date.now()) {
  const client = createClient();
  client.setQueryData(keychainKey, { state, name: 'GNOME Keyring', platform }, { updatedAt });
  return { client, isStale: () => client.getQueryState(keychainKey)?.isInvalidated };
}
function say(state: State, platform: (typeof platforms)[number]) {
  document.body.innerHTML = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={knowing(state, platform).client}>
        <KeychainLine />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return document.querySelector('[role=status]');
}

beforeAll(async () => {
  await startI18n();
});
beforeEach(() => changeLanguage('en'));

describe.each([
  ['en', en],
  ['zh-CN', zhCn],
] as const)('in %s', (language, { profiles: { keychain } }) => {
  beforeEach(() => changeLanguage(language));

  test.each(states.filter((state) => state !== 'ready'))(
    'a keychain that is %s says what mends it on each system, and can be checked again',
    (state) => {
      for (const platform of platforms) {
        const line = say(state, platform);
        expect(line?.textContent).toBe(
          keychain[state].replace('{{name}}', 'GNOME Keyring') + keychain.fix[state][platform] + keychain.check,
        );
        expect(line?.querySelector('button')?.textContent).toBe(keychain.check);
      }
    },
  );

  test('a ready one says where secrets go, and asks for nothing', () => {
    const line = say('ready', 'linux');
    expect(line?.textContent).toBe(keychain.ready.replace('{{name}}', 'GNOME Keyring') + keychain.readyHint);
    expect(line?.querySelector('button')).toBeNull();
  });
});

const refused = (code: 'keychain-locked' | 'timeout') => () => Promise.reject(new CallError({ ok: false, code, message: code }));

test.each([
  ['ready', 'keychain-locked', true],
  ['ready', 'timeout', false],
  ['locked', 'keychain-locked', false],
] as const)('a keychain known to be %s is asked anew after %s: %s', async (state, code, anew) => {
  const { client, isStale } = knowing(state);
  await new MutationObserver(client, { mutationFn: refused(code) }).mutate().catch(() => {});
  expect(isStale()).toBe(anew);
});

test.each([
  ['locked', -1_000, true],
  ['locked', 1_000, false],
  ['ready', -1_000, false],
] as const)('a keychain known to be %s, checked %d ms after a secret went there, is asked anew: %s', (state, later, anew) => {
  const storedAt = Date.now();
  const { client, isStale } = knowing(state, 'linux', storedAt + later);
  noteStored(client, [{ secretStoredAt: new Date(storedAt).toISOString() }]);
  expect(isStale()).toBe(anew);
});
