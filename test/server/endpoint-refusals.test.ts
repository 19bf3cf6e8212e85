import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { testServer } from '../setup/livekit-server';
import { ask, openEndpoint } from './endpoint-desk';

const server = testServer();
const desk = openEndpoint(server);
const fast = { perMinute: 10_000 };
const good = { user_id: 'a', room: 'a' };
let url = '';
beforeAll(async () => {
  url = (await desk.start()).url;
});

/** Before a server elsewhere stand proxies that hold 8 KB of headers, and so does the console. */
test('a token that is too big for a server elsewhere is laid to its largest part', async () => {
  const remote = openEndpoint({ ...server, url: 'wss://rtc.example' });
  const { url: at } = await remote.start();
  const { key } = await remote.newClient(fast);
  const big = 'x'.repeat(9_000);
  for (const [field, body] of [
    ['participant_metadata', { participant_metadata: big, participant_attributes: { seat: '1' } }],
    ['participant_attributes', { participant_attributes: { seat: big }, participant_metadata: 'x' }],
    ['room_config', { room_config: { metadata: big }, participant_metadata: 'x' }],
  ] as const) {
    expect(await ask(at, key, body)).toMatchObject({ status: 400, body: { error: 'bad-field', field } });
  }
});

test('a client whose preset was deleted is told 403: waiting would not help', async () => {
  const [guest] = await desk.call('presets.list', {});
  if (!guest) throw new Error('there are no presets');
  const { id: _, builtin, ...said } = guest;
  const { id } = await desk.call('presets.save', { ...said, name: 'for a day' });
  const { key } = await desk.newClient({ presetId: id });
  expect((await ask(url, key, good)).status).toBe(200);
  await desk.call('presets.delete', { id });
  expect(await ask(url, key, good)).toMatchObject({ status: 403, body: { error: 'preset-not-allowed' } });
});

test('settings of the room are refused where the preset has its own', async () => {
  const [guest] = await desk.call('presets.list', {});
  if (!guest) throw new Error('there are no presets');
  const { id: _, builtin, ...said } = guest;
  const { id } = await desk.call('presets.save', { ...said, name: 'of two', roomConfig: { maxParticipants: 2 } });
  const { key } = await desk.newClient({ presetId: id });
  expect(await ask(url, key, { room_config: { max_participants: 50 } })).toMatchObject({
    status: 403,
    body: { error: 'room-config-not-allowed', field: 'room_config' },
  });
});

test('who hangs up in the middle of a request is no failure of ours', async () => {
  const { key } = await desk.newClient(fast);
  const refused = async () => (await desk.call('endpoint.answers', {})).refused;
  const before = await refused();
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = `POST /livekit/token HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n`;
  await new Promise<void>((resolve) => void socket.write(`${head}{"user_id":`, () => resolve()));
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.destroy();
  await gone;
  // Answered after the one that is gone.
  expect((await ask(url, key, good)).status).toBe(200);
  expect(await refused()).toBe(before);
});

test('two hundred and fifty-six at once are served, and the next is told to come again', async () => {
  const { key } = await desk.newClient(fast);
  let open = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  desk.keychain.before = () => held;
  const waiting = Array.from({ length: 256 }, () => ask(url, key, good));
  await expect.poll(async () => (await ask(url, key, good).catch(() => undefined))?.status, { timeout: 20_000 }).toBe(503);
  const { status, headers, body } = await ask(url, key, good);
  expect({ status, error: body.error, wait: headers.get('retry-after') }).toEqual({ status: 503, error: 'busy', wait: '1' });
  desk.keychain.before = async () => {};
  open();
  const answers = await Promise.all(waiting);
  expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThan(250);
});

test('no client may ask for more than an hour, by a second', async () => {
  await expect(desk.newClient({ longestLifetimeSeconds: 3_601 })).rejects.toThrow();
  expect((await desk.newClient({ longestLifetimeSeconds: 3_600 })).longestLifetimeSeconds).toBe(3_600);
});

test('of a key the settings hold its hash alone', async () => {
  const { key } = await desk.newClient();
  const file = readFileSync(desk.settings.path, 'utf8');
  expect(file).toContain('keyHash');
  expect(file).not.toContain(key);
  expect(file).not.toContain(key.slice(3));
});

test('the list keeps some hundreds of answers, however many were refused, and the newest first', async () => {
  for (let count = 0; count < 410; count += 1) await ask(url, 'rk_nobody', {});
  const { key, name } = await desk.newClient();
  await ask(url, key, good);
  const { answers, refused } = await desk.call('endpoint.answers', {});
  expect(answers.length).toBeLessThanOrEqual(400);
  expect(answers[0]).toMatchObject({ client: name, status: 200 });
  expect(refused).toBeGreaterThanOrEqual(410);
});

test('the OpenAPI document is the one that is served, and names every answer', async () => {
  const { text, filename } = await desk.call('endpoint.openApi', {});
  const served = await (await fetch(new URL('/openapi.json', url))).json();
  expect(JSON.parse(text)).toEqual(served);
  expect(filename).toMatch(/\.json$/);
  const { post, options } = served.paths['/livekit/token'];
  const statuses = ['200', '201', '400', '401', '403', '405', '413', '415', '421', '429', '503'];
  expect(Object.keys(post.responses).toSorted()).toEqual(statuses);
  expect(Object.keys(options.responses)).toContain('204');
});
