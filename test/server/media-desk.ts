import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Handlers } from '../../main/application';
import { createAudit } from '../../main/audit/audit';
import type { KeptTimer } from '../../main/contract/egress-timer';
import type { CallName } from '../../main/contract/names';
import type { StoredProfile } from '../../main/contract/profiles';
import { createMedia } from '../../main/media/media';
import { createStorages } from '../../main/profiles/storages';
import { newSettings } from '../setup/console-settings';
import type { TestServer } from '../setup/livekit-server';
import { testProfile } from '../setup/test-profile';
import { caller } from './caller';

type MediaCall = Extract<CallName, `egress.${string}` | `storages.${string}` | `ingress.${string}` | `sip.${string}` | `audit.${string}`>;

/**
 * Recording, ingress and SIP of one real server, with an audit log of its own and the credentials at hand instead of in a keychain.
 * `keychain`: what is waited for before they are given. `startSeconds`: how long the start of an egress is waited for. `timers`: as an earlier console left them.
 */
export function openMediaDesk(
  { url, apiKey, apiSecret }: TestServer,
  given: Partial<StoredProfile> = {},
  {
    keychain = Promise.resolve(),
    startSeconds,
    timers = [],
  }: { keychain?: Promise<unknown>; startSeconds?: number; timers?: KeptTimer[] } = {},
) {
  const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-audit-'));
  const profile = testProfile({ url, apiKey, apiSecret }, given);
  const { settings, emit, events } = newSettings();
  settings.set('profiles', [profile]);
  if (timers.length > 0) settings.set('egressTimers', timers);
  const { audit, handlers: auditHandlers } = createAudit(settings, emit, path.join(directory, 'audit.jsonl'));
  const profiles = {
    get: () => profile,
    withCredentials: <T>(_: string, use: (credentials: { serverUrl: string; apiKey: string; apiSecret: string }) => Promise<T>) =>
      keychain.then(() => use({ serverUrl: url, apiKey, apiSecret })),
  };
  const storages = createStorages(settings);
  const media = createMedia({ profiles, audit, storages: storages.storages, settings, emit }, startSeconds);
  const handlers: Pick<Handlers, MediaCall> = {
    ...auditHandlers,
    ...storages.handlers,
    ...media.handlers,
  };
  afterAll(async () => {
    media.close();
    await storages.removeAll(profile.id, null);
    rmSync(directory, { recursive: true, force: true });
  });

  const call = caller(handlers, profile.id);
  return {
    call,
    events,
    lastEntry: async () => {
      const [entry] = (await call('audit.list', { limit: 1 })).entries;
      if (!entry) throw new Error('nothing was written down');
      return entry;
    },
  };
}
