import { expect, test } from 'vitest';
import { startReceiver } from '../../main/webhooks/receiver';
import { ask, openEndpoint } from './endpoint-desk';

const globals = [globalThis.Request, globalThis.Response];
const desk = openEndpoint({ url: 'ws://127.0.0.1:7880', apiKey: 'APIglobals', apiSecret: 'a secret of more than thirty-two letters' });

test('neither the token endpoint nor the webhook receiver changes Request and Response, which Electron’s protocol beside them uses', async () => {
  const { url } = await desk.start();
  expect((await ask(url, 'rk_nobody', {})).status).toBe(401);
  const receiver = await startReceiver({ address: '127.0.0.1', port: 0, path: '/' }, async () => ({ status: 200, text: 'ok' }));
  expect((await fetch(`http://127.0.0.1:${receiver.port}/`, { method: 'POST', body: '{}' })).status).toBe(200);
  await receiver.stop();
  expect([globalThis.Request, globalThis.Response]).toEqual(globals);
});
