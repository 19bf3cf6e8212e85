import { expect, test, vi } from 'vitest';
import { testServer } from '../setup/livekit-server';
import { freePort } from '../setup/ports';
import { openEndpoint } from './endpoint-desk';

const server = testServer();
const stateOf = async (desk: ReturnType<typeof openEndpoint>) => (await desk.call('endpoint.status', {})).state;
/** A keychain that asks a person who has gone for lunch. */
const neverAnswers = () => new Promise<void>(() => {});

test.each(['endpoint.stop', 'close'] as const)(
  'a start that waits for the keychain is ended by %s, and nothing listens after it',
  async (how) => {
    const desk = openEndpoint(server);
    const port = await freePort();
    desk.keychain.before = neverAnswers;
    const start = desk.start({ port });
    const ended = expect(start).rejects.toMatchObject({ code: 'conflict' });
    expect(await stateOf(desk)).toBe('starting');
    await (how === 'close' ? desk.close() : desk.call(how, {}));
    await ended;
    expect(await stateOf(desk)).toBe('off');
    await expect(fetch(`http://127.0.0.1:${port}/openapi.json`)).rejects.toThrow();
  },
);

test('nothing starts once the console is closing', async () => {
  const desk = openEndpoint(server);
  await desk.close();
  await expect(desk.start()).rejects.toMatchObject({ code: 'closed' });
});

test('a start that cannot be remembered leaves nothing that listens, and can be tried again', async () => {
  const desk = openEndpoint(server);
  const port = await freePort();
  const set = vi.spyOn(desk.settings, 'set').mockImplementation(() => {
    throw new Error('ENOSPC');
  });
  await expect(desk.start({ port })).rejects.toThrow('ENOSPC');
  set.mockRestore();
  expect(await stateOf(desk)).toBe('off');
  await expect(fetch(`http://127.0.0.1:${port}/openapi.json`)).rejects.toThrow();
  expect((await desk.start({ port })).url).toContain(`:${port}/`);
});

test('a full disk does not keep it from stopping', async () => {
  const desk = openEndpoint(server);
  const { url } = await desk.start();
  const { key } = await desk.newClient();
  await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: '{}' });
  const set = vi.spyOn(desk.settings, 'set').mockImplementation(() => {
    throw new Error('ENOSPC');
  });
  await desk.call('endpoint.stop', {});
  expect(set).toHaveBeenCalled();
  set.mockRestore();
  expect(await stateOf(desk)).toBe('off');
  expect((await desk.start()).url).not.toBe('');
});
