import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { dispose, RoomEvent } from '@livekit/rtc-node';
import { AccessToken, EgressInfo, EgressStatus, RoomCompositeEgressRequest, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { egressForms } from '../../main/contract/egress-forms';
import { initialValues } from '../../main/contract/form';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { hasRedis, type RunningRedis, startRedis } from '../setup/redis';
import { openMediaDesk } from './media-desk';

test('a server without Redis says so, in its own words', async () => {
  const { call } = openMediaDesk(testServer());
  await expect(call('egress.list', {})).rejects.toMatchObject({
    code: 'no-redis',
    details: { answer: expect.stringContaining('egress not connected (redis required)') },
  });
});

/** As a worker leaves it behind: the server reads its list from there. */
const seen = [
  new EgressInfo({
    egressId: 'EG_runs',
    roomName: 'ward-7',
    status: EgressStatus.EGRESS_ACTIVE,
    startedAt: 1_795_529_647_000_000_000n,
    request: {
      case: 'roomComposite',
      value: new RoomCompositeEgressRequest({
        roomName: 'ward-7',
        layout: 'speaker',
        fileOutputs: [
          { filepath: 'ward-7.mp4', output: { case: 's3', value: { accessKey: 'AKIA', secret: 'storage-secret', bucket: 'b' } } },
        ],
      }),
    },
    streamResults: [{ url: 'rtmp://live.example/app/stream-key-1' }],
  }),
  new EgressInfo({
    egressId: 'EG_failed',
    roomName: 'board',
    status: EgressStatus.EGRESS_FAILED,
    error: 'could not upload: 403 AccessDenied',
    errorCode: 403,
    fileResults: [{ filename: 'board.mp4', size: 1_900_000n }],
  }),
];

describe.runIf(hasRedis)('with Redis and without a worker', () => {
  let redis: RunningRedis;
  let server: RunningServer;
  beforeAll(async () => {
    redis = await startRedis();
    server = await startLiveKitServer(`redis: {address: '${redis.address}'}`);
    for (const info of seen) redis.put('egress', info.egressId, info.toBinary());
  }, 60_000);
  afterAll(async () => {
    await dispose();
    await server?.stop();
    await redis?.stop();
  });

  test('each egress has its state, its error and where it goes, and neither storage secret nor stream key', async () => {
    const { call } = openMediaDesk(server);
    const { egresses } = await call('egress.list', {});
    const byId = new Map(egresses.map((one) => [one.id, one]));
    expect(byId.get('EG_runs')).toMatchObject({
      room: 'ward-7',
      what: 'room',
      layout: 'speaker',
      state: 'active',
      startedAt: 1_795_529_647_000,
      outputs: [
        { kind: 'stream', where: 'rtmp://live.example/app/{…}' },
        { kind: 'file', where: 'ward-7.mp4' },
      ],
    });
    expect(byId.get('EG_failed')).toMatchObject({
      state: 'failed',
      error: 'could not upload: 403 AccessDenied',
      errorCode: 403,
      outputs: [{ kind: 'file', where: 'board.mp4', size: 1_900_000 }],
    });
    expect((await call('egress.list', { active: true })).egresses.map(({ id }) => id)).toEqual(['EG_runs']);
    expect(byId.get('EG_runs')?.again).toMatchObject({
      method: 'RoomComposite',
      values: { room_name: 'ward-7', layout: 'speaker', outputs: ['file'], storage_kind: 's3', 'storage.s3.bucket': 'b' },
    });
    expect(JSON.stringify(egresses)).not.toMatch(/storage-secret|AKIA|stream-key/);
  });

  test('stopping asks where the profile asks, and what came of it is written down', async () => {
    const careful = openMediaDesk(server, { safety: 'confirm' });
    await expect(careful.call('egress.stop', { egressId: 'EG_runs' })).rejects.toMatchObject({ code: 'not-confirmed' });
    await expect(careful.call('egress.stop', { egressId: 'EG_gone', confirmed: true })).rejects.toMatchObject({ code: 'not-found' });
    expect(await careful.lastEntry()).toMatchObject({ action: 'egress.stop', targets: ['EG_gone'], outcome: 'failed', code: 'not-found' });
    await expect(careful.call('egress.stop', { egressId: 'EG_runs', confirmed: true })).rejects.toMatchObject({ code: 'no-worker' });
  });

  const ward = { ...initialValues(egressForms.RoomComposite), room_name: 'ward-7' };
  const start = (desk: ReturnType<typeof openMediaDesk>, values: Record<string, string | boolean | string[]>, startId = randomUUID()) =>
    desk.call('egress.start', { method: 'RoomComposite', startId, values });

  test('a start without a worker waits for the server to give up, says that a worker is missing, and keeps no credential', async () => {
    const desk = openMediaDesk(server);
    const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    await rooms.createRoom({ name: 'ward-7' });
    const storage = { storage_kind: 's3', 'storage.s3.bucket': 'b', 'storage.s3.access_key': 'AKIA', 'storage.s3.secret': 'typed-secret' };
    await expect(start(desk, { ...ward, ...storage })).rejects.toMatchObject({
      code: 'no-worker',
      details: { answer: expect.stringContaining('no response from servers') },
    });
    const entry = await desk.lastEntry();
    expect(entry).toMatchObject({ action: 'egress.start', room: 'ward-7', targets: ['ward-7'], outcome: 'failed', code: 'no-worker' });
    expect(JSON.stringify(entry)).not.toMatch(/typed-secret|AKIA/);
  }, 60_000);

  test('a start is cancelled at once, and the audit log has it', async () => {
    const desk = openMediaDesk(server);
    const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    await rooms.createRoom({ name: 'ward-7' });
    const startId = randomUUID();
    const begun = start(desk, ward, startId);
    const refused = expect(begun).rejects.toMatchObject({ code: 'cancelled' });
    await desk.call('egress.cancelStart', { startId });
    await refused;
    expect(await desk.lastEntry()).toMatchObject({ action: 'egress.start', outcome: 'failed', code: 'cancelled' });
  });

  test('a start that is cancelled while the keychain is still asked sends nothing', async () => {
    const { promise: keychain, resolve: unlock } = Promise.withResolvers<void>();
    const desk = openMediaDesk(server, {}, { keychain });
    const startId = randomUUID();
    const refused = expect(start(desk, ward, startId)).rejects.toMatchObject({ code: 'cancelled' });
    await desk.call('egress.cancelStart', { startId });
    unlock();
    await refused;
  });

  test('a start that the server does not answer in time is a timeout, and one that runs all the same is found', async () => {
    const late = (egressId: string) =>
      new EgressInfo({
        egressId,
        roomName: 'ward-7',
        status: EgressStatus.EGRESS_ACTIVE,
        request: { case: 'roomComposite', value: new RoomCompositeEgressRequest({ roomName: 'ward-7' }) },
      });
    // The server looks for a worker for 24 s: a second is too short.
    const desk = openMediaDesk(server, {}, { startSeconds: 1 });
    await expect(start(desk, ward)).rejects.toMatchObject({ code: 'timeout' });
    expect(await desk.lastEntry()).toMatchObject({ action: 'egress.start', outcome: 'failed', code: 'timeout' });

    // What is new is told by what was there before: it is put there once that has been read.
    const listed = () => Number(/cmdstat_hgetall:calls=(\d+)/.exec(redis.ask('INFO', 'commandstats'))?.[1] ?? 0);
    const before = listed();
    const begun = start(desk, ward);
    await vi.waitFor(() => expect(listed()).toBeGreaterThan(before));
    redis.put('egress', 'EG_late', late('EG_late').toBinary());
    expect(await begun).toMatchObject({ egress: { id: 'EG_late' }, late: true });
    expect(await desk.lastEntry()).toMatchObject({ outcome: 'done', details: { id: 'EG_late', late: true } });
    redis.ask('HDEL', 'egress', 'EG_late');
  }, 20_000);

  test('the layout of an egress is changed: its recorder in the room is told', async () => {
    const desk = openMediaDesk(server);
    const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    await rooms.createRoom({ name: 'ward-7' });
    const token = new AccessToken(server.apiKey, server.apiSecret, { identity: 'EG_runs' });
    token.addGrant({ roomJoin: true, room: 'ward-7', hidden: true, recorder: true });
    const recorder = await join(server.url, await token.toJwt());
    const told = once(recorder.room, RoomEvent.ParticipantMetadataChanged);
    const values = { layout: 'single-speaker' };
    expect(await desk.call('egress.updateLayout', { egressId: 'EG_runs', values })).toMatchObject({ egress: { id: 'EG_runs' } });
    await told;
    expect(JSON.parse(recorder.room.localParticipant?.metadata ?? '{}')).toEqual(values);
    expect(await desk.lastEntry()).toMatchObject({ action: 'egress.updateLayout', room: 'ward-7', outcome: 'done' });
    await recorder.leave();
  });

  test('a start is refused before anything is sent: in a room that is closed, with a field missing, by a read-only profile', async () => {
    const desk = openMediaDesk(server);
    await expect(start(desk, { ...ward, room_name: 'closed' })).rejects.toMatchObject({ code: 'room-absent' });
    await expect(start(desk, { ...ward, storage_kind: 's3' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { issues: [{ path: 'storage.s3.bucket', code: 'required' }] },
    });
    await expect(start(desk, { ...ward, storage_kind: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
    await expect(start(openMediaDesk(server, { safety: 'read-only' }), ward)).rejects.toMatchObject({ code: 'read-only' });
  });

  test('layout and streams of an egress that is gone say so, and neither answer nor audit log has a stream key', async () => {
    const desk = openMediaDesk(server);
    await expect(desk.call('egress.updateLayout', { egressId: 'EG_gone', values: { layout: 'grid' } })).rejects.toMatchObject({
      code: 'not-found',
    });
    const values = { add_output_urls: 'rtmp://b.example/app/new-key-2', remove_output_urls: 'rtmp://live.example/app/{…}' };
    await expect(desk.call('egress.updateStream', { egressId: 'EG_runs', values })).rejects.toMatchObject({ code: 'no-worker' });
    const entry = await desk.lastEntry();
    expect(entry).toMatchObject({
      action: 'egress.updateStream',
      room: 'ward-7',
      details: { added: ['rtmp://b.example/app/{…}'], removed: ['rtmp://live.example/app/{…}'] },
    });
    expect(JSON.stringify(entry)).not.toMatch(/new-key-2|stream-key/);
  }, 20_000);

  test('a storage is kept by name, its credentials in the keychain alone, and is used until it is removed', async () => {
    const desk = openMediaDesk(server);
    const values = { storage_kind: 'aliOSS', 'storage.aliOSS.bucket': 'b', 'storage.aliOSS.secret': 'kept-secret', room_name: 'ward-7' };
    const kept = await desk.call('storages.keep', { name: 'Archive', values });
    expect(kept).toMatchObject({ name: 'Archive', kind: 'aliOSS' });
    expect(await desk.call('storages.list', {})).toEqual([kept]);
    await expect(desk.call('storages.keep', { name: 'Archive', values })).rejects.toMatchObject({
      details: { issues: [{ path: 'name', code: 'taken' }] },
    });
    await expect(start(desk, { ...ward, room_name: 'closed', storage_kind: kept.id })).rejects.toMatchObject({ code: 'room-absent' });
    const entry = await desk.lastEntry();
    expect(entry.details).toMatchObject({ storage: 'Archive' });
    expect(JSON.stringify(entry)).not.toContain('kept-secret');
    await desk.call('storages.remove', { id: kept.id });
    await expect(start(desk, { ...ward, storage_kind: kept.id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
