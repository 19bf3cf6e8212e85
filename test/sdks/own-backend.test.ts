import { randomBytes } from 'node:crypto';
import { TokenVerifier } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openEndpoint } from '../server/endpoint-desk';
import type { TestServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { type Framework, startBackend } from './backend';
import { preparedSdks } from './prepare';
import { kioskRequests, kioskRules, wardRequests, wardRules } from './token-requests';

/** Where `npm test` found no livekit-server, no token is tried at one. */
const server: TestServer | null = JSON.parse(process.env.ROOMKEEPER_TEST_SERVER ?? 'null');
const keys = server ?? { url: 'ws://127.0.0.1:7880', apiKey: 'APIk7QzW4mTn2', apiSecret: randomBytes(32).toString('base64url') };
const sdks = preparedSdks();
const verifier = new TokenVerifier(keys.apiKey, keys.apiSecret);
const desk = openEndpoint(keys);

const stops: (() => Promise<void>)[] = [];
let url = '';
beforeAll(async () => {
  url = (await desk.start()).url;
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

type Rules = Parameters<typeof desk.newClient>[0];
type Started = { url: string; key: string };
/** A client of these rules at our own endpoint, or the backend of one's own that the console hands out for it. */
async function start(who: 'ours' | Framework, rules: Rules): Promise<Started> {
  const { id, key } = await desk.newClient(rules);
  if (who === 'ours') return { url, key };
  const code = (await desk.call('endpoint.snippets', { id }))[who] ?? '';
  expect(code).not.toContain(key);
  expect(code).not.toContain(keys.apiSecret);
  const backend = await startBackend(who, code, { ...keys, clientKey: key }, sdks);
  stops.push(backend.stop);
  return { url: backend.url, key };
}

const endpoints = [
  { who: 'ours', has: true },
  { who: 'express', has: true },
  { who: 'fastapi', has: sdks.python },
  { who: 'go', has: sdks.go },
] as const;

describe.each(endpoints)('$who', ({ who, has }) => {
  async function expectAnswers(started: Started, requests: typeof wardRequests, lifetime: number) {
    const wrong: string[] = [];
    for (const [name, { headers = {}, body, status, field, sub, room, has: given = [] }] of Object.entries(requests)) {
      const filled = Object.fromEntries(Object.entries(headers).map(([header, text]) => [header, text.replace('{key}', started.key)]));
      const answer = await ask(started.url, started.key, body, { headers: filled });
      const got = { status: answer.status, field: answer.body?.field, missing: given.filter((header) => !answer.headers.has(header)) };
      if (JSON.stringify(got) !== JSON.stringify({ status, field, missing: [] })) wrong.push(`${name}: ${JSON.stringify(got)}`);
      if (status !== 200 || answer.status !== 200) continue;
      expect(answer.body.url).toBe(keys.url);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const claims = await verifier.verify(answer.body.token);
      expect({ sub: claims.sub, room: claims.video?.room }).toEqual({ sub, room });
      expect([lifetime, lifetime + 1]).toContain(Number(claims.exp) - Number(claims.nbf));
    }
    expect(wrong).toEqual([]);
  }

  test.runIf(has)('answers every request alike, and its token joins the server with the rights of the preset', async () => {
    const started = await start(who, wardRules);
    await expectAnswers(started, wardRequests, 900);
    const { body } = await ask(started.url, started.key, { user_id: 'guest', room: 'lobby' });
    expect((await verifier.verify(body.token)).video).toEqual({
      roomJoin: true,
      room: 'lobby',
      canPublish: true,
      canSubscribe: true,
      canPublishData: true,
    });
    if (!server) return;
    const person = await join(server.url, body.token);
    expect(person.room.localParticipant?.identity).toBe('web-guest');
    await person.leave();
  });

  test.runIf(has)('gives the one user of a client tokens for that user alone', async () => {
    await expectAnswers(await start(who, kioskRules), kioskRequests, 60);
  });

  test.runIf(has)('tells a client that asks too often when it may ask again', async () => {
    const { url: at, key } = await start(who, { perMinute: 2 });
    const answers = [];
    for (let count = 0; count < 3; count += 1) answers.push(await ask(at, key, { user_id: 'a', room: 'a' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(10);
  });
});
