import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Conf from 'conf';
import { afterAll } from 'vitest';
import type { Payload } from '../../main/contract';
import type { EventName } from '../../main/contract/names';
import { type Settings, settingsOptions } from '../../main/settings/settings';

const made: string[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** The settings of a console in a file of its own, removed when the test file ends, and the events that the console sent. */
export function newSettings() {
  const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-settings-'));
  made.push(directory);
  const events: { name: EventName; payload: Payload<EventName> }[] = [];
  return {
    settings: new Conf<Settings>({ ...settingsOptions, cwd: directory }),
    events,
    emit: <N extends EventName>(name: N, payload: Payload<N>) => void events.push({ name, payload }),
  };
}
