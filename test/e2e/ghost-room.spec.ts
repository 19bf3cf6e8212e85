import { RoomServiceClient } from 'livekit-server-sdk';
import { type RunningServer, startLiveKitServer } from '../setup/livekit-server';
import { startRedis } from '../setup/redis';
import { connect } from './connect';
import { test as base, expect } from './fixture';

type Nodes = { dying: RunningServer; living: RunningServer; idOfDying: string; idOfLiving: string };

/** Two nodes of one server. */
const test = base.extend<{ nodes: Nodes }>({
  nodes: async ({ browserName: _ }, use) => {
    const redis = await startRedis();
    const lines = `redis: {address: '${redis.address}'}`;
    const dying = await startLiveKitServer(lines);
    const idOfDying = redis.ask('hkeys', 'nodes');
    const living = await startLiveKitServer(lines, dying);
    const ids = redis.ask('hkeys', 'nodes').split('\n');
    const idOfLiving = ids.find((id) => id !== idOfDying) ?? '';
    await use({ dying, living, idOfDying, idOfLiving });
    await Promise.all([dying.stop(), living.stop()]);
    await redis.stop();
  },
});

test('a room whose node has died says so, in the list and when it is opened, and is rescued', async ({ page, nodes, violations }) => {
  const { dying, living, idOfDying, idOfLiving } = nodes;
  const admin = new RoomServiceClient(living.url.replace('ws', 'http'), living.apiKey, living.apiSecret);
  await admin.createRoom({ name: 'doomed', nodeId: idOfDying });
  await admin.createRoom({ name: 'safe', nodeId: idOfLiving });
  await connect(page, living);
  process.kill(dying.pid, 'SIGKILL');
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  const row = (name: string) => page.getByRole('table', { name: 'Rooms' }).getByRole('row', { name: new RegExp(name) });
  await expect(row('doomed')).toContainText('node does not answer');
  await expect(row('safe')).not.toContainText('node does not answer');
  await row('doomed').getByRole('link', { name: 'doomed' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Nobody here may be alive' });
  await notice.getByRole('button', { name: 'Rescue room' }).click();
  await page.getByRole('dialog', { name: 'Rescue doomed?' }).getByRole('button', { name: 'Rescue room' }).click();
  await expect(page.getByText('doomed is cleared').first()).toBeVisible();
  expect((await admin.listRooms()).map(({ name }) => name)).toEqual(['safe']);
  await expect(notice).toHaveCount(0);
  expect(violations).toEqual([]);
});
