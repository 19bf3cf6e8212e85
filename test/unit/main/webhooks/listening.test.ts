import { afterEach, expect, test } from 'vitest';
import { createListening } from '../../../../main/webhooks/listening';
import { newSettings } from '../../../setup/console-settings';
import { freePort } from '../../../setup/ports';

const opened: ReturnType<typeof createListening>[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
function open() {
  const { settings } = newSettings();
  const listening = createListening(
    settings,
    async () => ({ status: 200, text: 'ok' }),
    (place) => ({ ...place, forward: { url: '', waiting: 0 }, kept: true }),
    () => {},
  );
  opened.push(listening);
  const { start, stop, close, status } = listening;
  return { settings, start, stop, close, status };
}
const place = { address: '127.0.0.1', path: '/hook', outside: false };
const statusOf = async (url: string) => (await fetch(url, { headers: { connection: 'close' } })).status;

test('a move to a port that is taken leaves the receiver where it was', async () => {
  const [other, mine] = [open(), open()];
  await other.start({ ...place, port: await freePort() });
  await mine.start({ ...place, port: await freePort() });
  const { url } = mine.status();
  const taken = Number(new URL(other.status().url).port);
  await expect(mine.start({ ...place, port: taken })).rejects.toMatchObject({ code: 'port-taken' });
  expect(mine.status()).toMatchObject({ state: 'on', url });
  expect(await statusOf(url)).toBe(405);
  expect(mine.settings.get('webhooks').on).toBe(true);
});

test('a start and a stop at once end as the last one said, and nothing listens after the end', async () => {
  const { start, stop, close, status, settings } = open();
  const port = await freePort();
  await Promise.all([start({ ...place, port }), stop(), start({ ...place, port }), stop()]);
  expect(status().state).toBe('off');
  expect(settings.get('webhooks').on).toBe(false);
  await Promise.allSettled([start({ ...place, port }), close()]);
  await expect(fetch(`http://127.0.0.1:${port}/hook`)).rejects.toThrow();
  await expect(start({ ...place, port })).rejects.toMatchObject({ code: 'closed' });
});
