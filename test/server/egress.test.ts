import { EgressInfo, EgressStatus, RoomCompositeEgressRequest } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
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
  }, 30_000);
  afterAll(async () => {
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
    expect(JSON.stringify(egresses)).not.toMatch(/storage-secret|AKIA|stream-key/);
  });

  test('stopping asks where the profile asks, and what came of it is written down', async () => {
    const careful = openMediaDesk(server, { safety: 'confirm' });
    await expect(careful.call('egress.stop', { egressId: 'EG_runs' })).rejects.toMatchObject({ code: 'not-confirmed' });
    await expect(careful.call('egress.stop', { egressId: 'EG_gone', confirmed: true })).rejects.toMatchObject({ code: 'not-found' });
    expect(await careful.lastEntry()).toMatchObject({ action: 'egress.stop', targets: ['EG_gone'], outcome: 'failed', code: 'not-found' });
    await expect(careful.call('egress.stop', { egressId: 'EG_runs', confirmed: true })).rejects.toMatchObject({ code: 'no-worker' });
  });
});
