import { beforeAll, expect, test } from 'vitest';
import { testServer } from '../setup/livekit-server';
import { askRaw, openEndpoint } from './endpoint-desk';

const desk = openEndpoint(testServer());
let url = '';
beforeAll(async () => {
  url = (await desk.start()).url;
});

test('a page under another name (DNS rebinding) is nobody’s guest, even with a key', async () => {
  const { key } = await desk.newClient();
  const { port } = new URL(url);
  const authorization = `Bearer ${key}`;
  expect((await askRaw(url, { authorization, host: `evil.example:${port}` })).status).toBe(421);
  expect((await askRaw(url, { authorization, host: `127.0.0.1:1` })).status).toBe(421);
  expect((await askRaw(url, { authorization, host: `localhost:${port}` })).status).toBe(200);
});

test('a web page may ask with the key of a client that names it, and with no other', async () => {
  const page = await desk.newClient({ origins: ['https://app.example'] });
  const program = await desk.newClient();
  const origin = 'https://app.example';
  const preflight = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
  expect(await askRaw(url, preflight, 'OPTIONS')).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': origin } });
  expect((await askRaw(url, { ...preflight, origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
  expect(await askRaw(url, { origin, authorization: `Bearer ${page.key}` })).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': origin, vary: 'Origin' },
  });
  const foreign = await askRaw(url, { origin, authorization: `Bearer ${program.key}` });
  expect(foreign.status).toBe(403);
  expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
});

test('a web page can read why it gets no token: how long to wait, and that its key is not known', async () => {
  const origin = 'https://app.example';
  const { key } = await desk.newClient({ origins: [origin], perMinute: 1 });
  const authorization = `Bearer ${key}`;
  expect((await askRaw(url, { origin, authorization })).status).toBe(200);
  expect(await askRaw(url, { origin, authorization })).toMatchObject({
    status: 429,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-expose-headers': expect.stringContaining('Retry-After'),
      'retry-after': expect.stringMatching(/^\d+$/),
    },
  });
  for (const wrong of [{}, { authorization: 'Bearer rk_nobody' }]) {
    expect(await askRaw(url, { origin, ...wrong })).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': origin } });
  }
  const elsewhere = await askRaw(url, { origin: 'https://evil.example', authorization: 'Bearer rk_nobody' });
  expect(elsewhere.status).toBe(401);
  expect(elsewhere.headers).not.toHaveProperty('access-control-allow-origin');
});
