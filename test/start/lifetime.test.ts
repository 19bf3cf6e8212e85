import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { rawClient } from '../security/raw-client';
import { type RunningConsole, startConsole } from '../setup/console';

async function start(options: Parameters<typeof startConsole>[0] = {}): Promise<RunningConsole> {
  const app = await startConsole(options);
  onTestFinished(app.stop);
  return app;
}
async function openPage(launchUrl: string): Promise<WebSocket> {
  const client = rawClient(launchUrl);
  const [cookie = ''] = (await client.launch()).split(';');
  const line = await client.socket({ cookie, origin: client.origin });
  if (!(line instanceof WebSocket)) throw new Error(`no socket: ${line}`);
  return line;
}
const launchLines = ({ lines }: RunningConsole) => lines.filter((line) => line.startsWith('Roomkeeper is open at '));

test('one line says which host runs and why, the next one the link, and nothing comes before', async () => {
  const app = await start();
  expect(app.lines[0]).toBe('Roomkeeper runs in the browser host: it was started with --browser.');
  expect(app.lines[1]).toMatch(/^Roomkeeper is open at http:\/\/roomkeeper-[0-9a-f]{16}\.localhost:\d+\/launch\?ticket=[\w-]{43}$/);
});

test.runIf(process.platform === 'linux')('a machine without a display gets the browser host unasked', async () => {
  const app = await start({ args: [], env: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
  expect(app.lines[0]).toBe('Roomkeeper runs in the browser host: this machine has no display.');
});

test('Enter gives a new link and voids the old one, under other words than the first', async () => {
  const app = await start();
  app.pressEnter();
  const newLink = (await app.says(/^New link: /)).slice('New link: '.length);
  expect(await rawClient(app.launchUrl).launch()).toBe('undefined');
  expect(await rawClient(newLink).launch()).toMatch(/^__Host-roomkeeper=/);
  expect(launchLines(app)).toHaveLength(1);
});

test('a link that nobody opens lapses, and the console ends where nobody can ask for another', async () => {
  const app = await start({ env: { ROOMKEEPER_LINK_SECONDS: '1' } });
  expect(await app.ended).toBe(0);
  expect(app.lines.at(-1)).toBe('Nobody has opened the link: Roomkeeper ends.');
});

test('the console ends when its page has been left', async () => {
  const app = await start({ env: { ROOMKEEPER_PATIENCE_SECONDS: '0.5' } });
  (await openPage(app.launchUrl)).close();
  expect(await app.ended).toBe(0);
});

test('the console ends when a link is used up by something that opens no page', async () => {
  const app = await start({ env: { ROOMKEEPER_PATIENCE_SECONDS: '0.5' } });
  await rawClient(app.launchUrl).launch();
  expect(await app.ended).toBe(0);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it cleanly: the page is told, the lock is gone', async (signal) => {
  const app = await start();
  const line = await openPage(app.launchUrl);
  const told = new Promise((resolve) => line.once('close', resolve));
  app.kill(signal);
  expect(await told).toBe(1001);
  expect(await app.ended).toBe(0);
  expect(existsSync(path.join(app.dataDir, 'Roomkeeper/lock.json'))).toBe(false);
});
