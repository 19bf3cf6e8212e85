import type { Browser } from '@playwright/test';
import { type Framework, startBackend } from '../sdks/backend.ts';
import { preparedSdks } from '../sdks/prepare.ts';
import type { TestServer } from '../setup/livekit-server.ts';
import { openConnected } from './connected.ts';
import { timeOf } from './load.ts';
import { median } from './ratio.ts';

const turns = 5;
const load = { connections: 128, requests: 4_000, body: '{"user_id":"anna","room":"clinic-7"}' };
/** A service runs for days: how fast V8 has made it by its ten-thousandth request is what counts, of ours and of theirs. */
const warmUp = 12_000;
const perSecond = (times: number[]) => Math.round((load.requests * 1_000) / median(times));

/** A console whose endpoint runs for this server, with one client; and the code it hands out for that client. */
async function startOurs(browser: Browser, server: TestServer) {
  const { page, profileId, stop } = await openConnected(browser, server);
  const started = await page.evaluate(async (id) => {
    const status = await window.api['endpoint.start']({ address: '127.0.0.1', port: null, profileId: id });
    const saved = await window.api['endpoint.saveClient']({ name: 'bench', perMinute: 1_000_000 });
    if (!status.ok || !status.value.running || !saved.ok || !saved.value.key) throw new Error('the endpoint does not run');
    const snippets = await window.api['endpoint.snippets']({ id: saved.value.client.id });
    if (!snippets.ok) throw new Error('no code is handed out');
    return { url: status.value.running.url, key: saved.value.key, snippets: snippets.value };
  }, profileId);
  return { ...started, stop };
}

/**
 * How many times as many tokens a second our endpoint gives as the backend that the console hands out for the same client: with its audit
 * log and its keychain, under the same load, in turn, once both are warm. Both have 128 connections, as many programs
 * that ask at once: with few of them it is one look into the keychain that is measured, which those who wait together share.
 */
async function overBackend(name: string, framework: Framework, browser: Browser, server: TestServer): Promise<number> {
  const ours = await startOurs(browser, server);
  const keys = { apiKey: server.apiKey, apiSecret: server.apiSecret, clientKey: ours.key };
  const theirs = await startBackend(framework, ours.snippets[framework] ?? '', keys, preparedSdks());
  const headers = { authorization: `Bearer ${ours.key}` };
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  try {
    for (const { url } of [ours, theirs]) await timeOf({ ...load, headers, url, requests: warmUp });
    for (let turn = 0; turn < turns; turn += 1) {
      times.ours.push(await timeOf({ ...load, headers, url: ours.url }));
      times.theirs.push(await timeOf({ ...load, headers, url: theirs.url }));
    }
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
  }
  const [our, their] = [perSecond(times.ours), perSecond(times.theirs)];
  console.log(`${name}: ${our} against ${their} requests a second, ${load.connections} connections, ${turns} turns`);
  return Number((our / their).toFixed(2));
}

export const overExpress = (browser: Browser, server: TestServer) => overBackend('endpoint.overExpress', 'express', browser, server);

/** Null where there is no Python. */
export async function overFastapi(browser: Browser, server: TestServer): Promise<number | null> {
  return preparedSdks().python && overBackend('endpoint.overFastapi', 'fastapi', browser, server);
}
