import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initialValues } from '../../main/contract/form';
import { ingressForm } from '../../main/contract/ingress';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import { hasRedis, type RunningRedis, startRedis } from '../setup/redis';
import { openMediaDesk } from './media-desk';

const values = { ...initialValues(ingressForm), name: 'OR 3 camera', room_name: 'or-3', participant_identity: 'or-3-camera' };

test('a server without Redis says so for ingress, too', async () => {
  const { call } = openMediaDesk(testServer());
  await expect(call('ingress.list', {})).rejects.toMatchObject({ code: 'no-redis' });
  await expect(call('ingress.create', { values })).rejects.toMatchObject({ code: 'no-redis' });
});

describe.runIf(hasRedis)('with Redis', () => {
  let redis: RunningRedis;
  let server: RunningServer;
  let desk: ReturnType<typeof openMediaDesk>;
  beforeAll(async () => {
    redis = await startRedis();
    server = await startLiveKitServer(
      `redis: {address: '${redis.address}'}\ningress: {rtmp_base_url: 'rtmp://127.0.0.1:1935/x', whip_base_url: 'http://127.0.0.1:8080/w'}`,
    );
    desk = openMediaDesk(server);
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  test('an ingress is made, listed, changed and deleted, and its key is told only where it is asked for', async () => {
    const { call, lastEntry } = desk;
    const { ingress: made } = await call('ingress.create', { values });
    expect(made).toMatchObject({ name: 'OR 3 camera', input: 'RTMP_INPUT', room: 'or-3', identity: 'or-3-camera', enabled: true });
    expect(made).toMatchObject({ hasKey: true, state: 'inactive', url: 'rtmp://127.0.0.1:1935/x' });
    const { streamKey } = await call('ingress.key', { ingressId: made.id });
    expect(streamKey.length).toBeGreaterThan(8);
    const list = await call('ingress.list', {});
    expect(list.ingresses).toEqual([made]);
    expect(JSON.stringify([list, await lastEntry()])).not.toContain(streamKey);

    const changed = { ...made.values, room_name: 'or-4', enabled: false };
    const { ingress: after } = await call('ingress.change', { ingressId: made.id, values: changed });
    expect(after).toMatchObject({ room: 'or-4', enabled: false, name: 'OR 3 camera' });
    expect(await lastEntry()).toMatchObject({ action: 'ingress.change', targets: [made.id], outcome: 'done' });

    expect(await call('ingress.delete', { ingressId: made.id })).toMatchObject({ outcome: 'deleted' });
    expect(await lastEntry()).toMatchObject({
      action: 'ingress.delete',
      room: 'or-4',
      targets: [made.id],
      details: { name: 'OR 3 camera' },
    });
    expect(await call('ingress.delete', { ingressId: made.id })).toMatchObject({ outcome: 'already' });
    expect((await call('ingress.list', {})).ingresses).toEqual([]);
  });

  test('an ingress by WHIP has its address and a key, and what is set in it cannot be cleared unnoticed', async () => {
    const { ingress: made } = await desk.call('ingress.create', {
      values: { ...values, input_type: 'WHIP_INPUT', participant_name: 'OR 3' },
    });
    expect(made).toMatchObject({ input: 'WHIP_INPUT', url: 'http://127.0.0.1:8080/w', hasKey: true });
    const change = { ingressId: made.id, values: { ...made.values, participant_name: ' ', name: '' } };
    await expect(desk.call('ingress.change', change)).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        issues: [
          { path: 'name', code: 'cannot-clear' },
          { path: 'participant_name', code: 'cannot-clear' },
        ],
      },
    });
    expect((await desk.call('ingress.list', {})).ingresses[0]?.values).toEqual(made.values);
    await desk.call('ingress.delete', { ingressId: made.id });
  });

  test('a field that is missing is named before anything is asked of the server', async () => {
    await expect(desk.call('ingress.create', { values: { ...values, room_name: ' ' } })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { issues: [{ path: 'room_name', code: 'required' }] },
    });
  });

  test('a URL that no worker fetches is a missing worker, and what follows its host is not written down', async () => {
    const url = { ...values, input_type: 'URL_INPUT', url: 'https://media.example/live.m3u8?auth=pull-key-1' };
    await expect(desk.call('ingress.create', { values: url })).rejects.toMatchObject({ code: 'no-worker' });
    const entry = await desk.lastEntry();
    expect(entry.details).toMatchObject({ url: 'https://media.example/{…}', room_name: 'or-3' });
    expect(JSON.stringify(entry)).not.toContain('pull-key-1');
  }, 20_000);

  test('a read-only profile makes no ingress', async () => {
    const { call } = openMediaDesk(server, { safety: 'read-only' });
    await expect(call('ingress.create', { values })).rejects.toMatchObject({ code: 'read-only' });
  });
});
