import { rmSync } from 'node:fs';
import { dispose } from '@livekit/rtc-node';
import Conf from 'conf';
import { afterAll, afterEach } from 'vitest';
import type { Application } from '../../main/application';
import { createConsole } from '../../main/console';
import type { Input, Output } from '../../main/contract';
import type { CallName } from '../../main/contract/names';
import type { Result } from '../../main/contract/result';
import { createSecretStore } from '../../main/profiles/secret-store';
import { type Settings, settingsOptions } from '../../main/settings/settings';

export const settings = new Conf<Settings>(settingsOptions);
const consoles: Application[] = [];

export function readSecret(profileId: string): Promise<string> {
  const profile = settings.get('profiles').find(({ id }) => id === profileId);
  if (!profile) throw new Error('no such profile');
  return createSecretStore().read(profile);
}
/** A console on the settings of this test file; the file has set the data directory before it imports this. */
export const open = () => {
  const application = createConsole(settings, { kind: 'browser', notices: [], clipboard: null });
  consoles.push(application);
  return application;
};
export const call = <N extends CallName>(application: Application, name: N, input: Partial<Input<N>> = {}) =>
  application.call(name, input) as Promise<Result<Output<N>>>;
export async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.code}: ${settled.message} ${settled.answer ?? ''}`);
  return settled.value;
}
export const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Ends what the file began. */
export function endWith(dataDir: string): void {
  afterEach(async () => {
    for (const application of consoles.splice(0)) await application.close();
  });
  afterAll(async () => {
    await dispose();
    rmSync(dataDir, { recursive: true, force: true });
  });
}
