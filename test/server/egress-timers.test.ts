import { EgressInfo, EgressStatus, RoomCompositeEgressRequest } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { KeptTimer } from '../../main/contract/egress-timer';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import { hasRedis, type RunningRedis, startRedis } from '../setup/redis';
import { testProfile } from '../setup/test-profile';
import { openMediaDesk } from './media-desk';

/** As workers leave them behind. */
const recording = (egressId: string, status: EgressStatus) =>
  new EgressInfo({
    egressId,
    roomName: 'ward-7',
    status,
    request: { case: 'roomComposite', value: new RoomCompositeEgressRequest({ roomName: 'ward-7' }) },
  });
const seen = [recording('EG_runs', EgressStatus.EGRESS_ACTIVE), recording('EG_failed', EgressStatus.EGRESS_FAILED)];

describe.runIf(hasRedis)('with Redis and without a worker', () => {
  let redis: RunningRedis;
  let server: RunningServer;
  beforeAll(async () => {
    redis = await startRedis();
    server = await startLiveKitServer(`redis: {address: '${redis.address}'}`);
    for (const info of seen) redis.put('egress', info.egressId, info.toBinary());
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  const profileId = testProfile(testServer()).id;
  const due = (egressId: string): KeptTimer => ({
    profileId,
    egressId,
    room: 'ward-7',
    operator: 'ada',
    reason: 'a shift ends',
    at: Date.now() - 1_000,
    failed: null,
  });
  const timerOf = async (desk: ReturnType<typeof openMediaDesk>, egressId: string) =>
    (await desk.call('egress.list', {})).egresses.find(({ id }) => id === egressId)?.timer;

  test('a time that was set is in the list, can be taken back, and is written down with who set it', async () => {
    const desk = openMediaDesk(server);
    await desk.call('egress.setTimer', { egressId: 'EG_runs', seconds: 900 });
    expect(await desk.lastEntry()).toMatchObject({ action: 'egress.setTimer', room: 'ward-7', targets: ['EG_runs'], outcome: 'done' });
    const set = await timerOf(desk, 'EG_runs');
    expect(set?.failed).toBeNull();
    expect(Math.abs((set?.at ?? 0) - Date.now() - 900_000)).toBeLessThan(60_000);
    await desk.call('egress.removeTimer', { egressId: 'EG_runs' });
    expect(await desk.lastEntry()).toMatchObject({ action: 'egress.removeTimer', room: 'ward-7', outcome: 'done' });
    expect(await timerOf(desk, 'EG_runs')).toBeNull();
    await expect(desk.call('egress.removeTimer', { egressId: 'EG_runs' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a time to stop asks as the stop does, and only what runs takes one', async () => {
    const careful = openMediaDesk(server, { safety: 'confirm' });
    const soon = { egressId: 'EG_runs', seconds: 900 };
    await expect(careful.call('egress.setTimer', soon)).rejects.toMatchObject({ code: 'not-confirmed' });
    await expect(openMediaDesk(server, { safety: 'read-only' }).call('egress.setTimer', soon)).rejects.toMatchObject({ code: 'read-only' });
    for (const egressId of ['EG_failed', 'EG_gone'])
      await expect(careful.call('egress.setTimer', { ...soon, egressId, confirmed: true })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what came due while the console was closed is stopped in the name of who set it, and a failure is said', async () => {
    const desk = openMediaDesk(server, {}, { timers: [due('EG_runs'), due('EG_failed'), due('EG_gone')] });
    await vi.waitFor(() => expect(desk.events.filter(({ name }) => name === 'egress.timerFailed')).toHaveLength(1), 20_000);
    // Two of them had ended: they were left alone.
    expect(desk.events.find(({ name }) => name === 'egress.timerFailed')?.payload).toEqual({
      profileId,
      egressId: 'EG_runs',
      room: 'ward-7',
      code: 'no-worker',
    });
    expect((await desk.call('audit.list', {})).entries).toMatchObject([
      {
        action: 'egress.stop',
        actor: 'timer',
        operator: 'ada',
        reason: 'a shift ends',
        room: 'ward-7',
        targets: ['EG_runs'],
        code: 'no-worker',
      },
    ]);
    expect(await timerOf(desk, 'EG_runs')).toMatchObject({ failed: 'no-worker' });
    expect(await timerOf(desk, 'EG_failed')).toBeNull();
  }, 60_000);
});
