import path from 'node:path';
import { createInterface } from 'node:readline';
import Conf from 'conf';
import { createConsole } from '../../main/console';
import { dataDir } from '../../main/data-dir';
import { type Settings, settingsOptions } from '../../main/settings/settings';

/** The console without a host: a line in is `[name, input]`, a line out is its Result. */
const settings = new Conf<Settings>({ ...settingsOptions, cwd: path.resolve(dataDir) });
const application = createConsole(settings, { kind: 'browser', notices: [], clipboard: null });
for await (const line of createInterface({ input: process.stdin })) {
  const [id, name, input]: unknown[] = JSON.parse(line);
  void application.call(name, input).then((result) => process.stdout.write(`${JSON.stringify([id, result])}\n`));
}
// Whatever still waits for a keychain: the test has ended.
process.exit(0);
