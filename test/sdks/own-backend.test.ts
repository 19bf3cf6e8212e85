import { randomBytes } from 'node:crypto';
import { TokenSource } from 'livekit-client';
import { RoomConfiguration, TokenVerifier } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askRaw, openEndpoint } from '../server/endpoint-desk';
import type { TestServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { type Framework, startBackend } from './backend';
import { preparedSdks } from './prepare';
import { kioskRequests, kioskRules, settledPreset, settledRequests, settledRules, wardRequests, wardRules } from './token-requests';

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

type Answer = Awaited<ReturnType<typeof ask>>;
/** In the words of the request it answers. */
const tokenIn = ({ status, body }: Answer): { jwt: string; url: string } =>
  status === 201 ? { jwt: body.participant_token, url: body.server_url } : { jwt: body.token, url: body.url };

/** What a token says, once its signature has been verified. */
async function claimsIn(jwt: string) {
  await verifier.verify(jwt);
  const { sub, video, exp, nbf, ...said } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  const { name = '', metadata = '', attributes = {}, roomConfig = {} } = said;
  // The SDKs differ in which fields they write that are not set.
  const config = RoomConfiguration.fromJson(roomConfig).toJson();
  return { sub, video, lifetime: exp - nbf, says: { name, metadata, attributes, roomConfig: config } };
}

async function guest() {
  const found = (await desk.call('presets.list', {})).find(({ id }) => id === 'guest');
  if (!found) throw new Error('there is no Guest');
  const { id: _, builtin, ...said } = found;
  return said;
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
    for (const [name, { headers = {}, body, status, field, sub, room, says = {}, has: given = [] }] of Object.entries(requests)) {
      const filled = Object.fromEntries(Object.entries(headers).map(([header, text]) => [header, text.replace('{key}', started.key)]));
      const answer = await ask(started.url, started.key, body, { headers: filled });
      const got = { status: answer.status, field: answer.body?.field, missing: given.filter((header) => !answer.headers.has(header)) };
      if (JSON.stringify(got) !== JSON.stringify({ status, field, missing: [] })) wrong.push(`${name}: ${JSON.stringify(got)}`);
      expect(answer.headers.get('cache-control'), name).toBe('no-store');
      if (status >= 400)
        expect(answer.body, name).toMatchObject({ error: expect.stringMatching(/./), message: expect.stringMatching(/\.$/) });
      if (status >= 400 || answer.status !== status) continue;
      const { jwt, url: serverUrl } = tokenIn(answer);
      expect(serverUrl, name).toBe(keys.url);
      const claims = await claimsIn(jwt);
      const as = (text: string | RegExp | undefined) => (text instanceof RegExp ? expect.stringMatching(text) : text);
      expect({ sub: claims.sub, room: claims.video.room }, name).toEqual({ sub: as(sub), room: as(room) });
      expect(claims.says, name).toEqual({ name: '', metadata: '', attributes: {}, roomConfig: {}, ...says });
      expect([lifetime, lifetime + 1]).toContain(claims.lifetime);
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

  test.runIf(has)('puts what its preset says on top of what is asked for, and keeps the room as the preset has it', async () => {
    const { id } = await desk.call('presets.save', {
      ...(await guest()),
      ...settledPreset,
      name: `settled-${who}`,
    });
    await expectAnswers(await start(who, { ...settledRules, presetId: id }), settledRequests, 3_600);
  });

  test.runIf(has)('gives livekit-client what it asks for, by TokenSource.endpoint', async () => {
    const started = await start(who, { presetId: 'publisher' });
    const source = TokenSource.endpoint(started.url, { headers: { authorization: `Bearer ${started.key}` } });
    const { participantToken, serverUrl } = await source.fetch({ roomName: 'ward', participantName: 'Ada', agentName: 'scribe' });
    expect(serverUrl).toBe(keys.url);
    const { video, says } = await claimsIn(participantToken);
    expect(video.room).toBe('ward');
    expect(says).toMatchObject({ name: 'Ada', roomConfig: { agents: [{ agentName: 'scribe' }] } });
    const anything = await source.fetch({});
    expect((await claimsIn(anything.participantToken)).sub).toMatch(/^user-[0-9a-f]{12}$/);
  });

  test.runIf(has)('lets the pages it names ask and read why they may not, and no others', async () => {
    const [origin = ''] = wardRules.origins;
    const { url: at, key } = await start(who, { perMinute: 1, origins: wardRules.origins });
    const authorization = `Bearer ${key}`;
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
    expect(await askRaw(at, { ...preflight, origin }, 'OPTIONS')).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': origin, 'access-control-allow-headers': 'authorization, content-type' },
    });
    expect((await askRaw(at, { ...preflight, origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
    expect((await askRaw(at, { authorization, origin: 'https://evil.example' })).status).toBe(403);
    const allowed = { 'access-control-allow-origin': origin, vary: 'Origin' };
    expect(await askRaw(at, { authorization, origin })).toMatchObject({ status: 200, headers: allowed });
    expect(await askRaw(at, { authorization, origin })).toMatchObject({
      status: 429,
      headers: { ...allowed, 'retry-after': expect.stringMatching(/^\d+$/) },
    });
    expect(await askRaw(at, { origin })).toMatchObject({ status: 401, headers: allowed });
    expect((await askRaw(at, { origin: 'https://evil.example' })).headers).not.toHaveProperty('access-control-allow-origin');
  });

  test.runIf(has)('tells a client that asks too often when it may ask again', async () => {
    const { url: at, key } = await start(who, { perMinute: 2 });
    const answers = [];
    for (let count = 0; count < 3; count += 1) answers.push(await ask(at, key, { user_id: 'a', room: 'a' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(10);
  });
});

test('no code is handed out for a preset that may not be issued for the server', async () => {
  const strict = openEndpoint(keys, { safety: 'read-only' });
  const { id } = await strict.newClient({ presetId: 'moderator' });
  await expect(strict.call('endpoint.snippets', { id })).rejects.toMatchObject({ code: 'read-only' });
});
