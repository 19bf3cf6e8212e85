import { afterAll, expect, test, vi } from 'vitest';
import { type AgentWorker, startAgentWorker } from '../setup/agent-worker';
import { startLiveKitServer, testServer } from '../setup/livekit-server';
import { openRoomDesk } from './room-desk';

const server = testServer();
const desk = openRoomDesk(server);
const { call, admin, lastEntry } = desk;
const workers: AgentWorker[] = [];
const made = ['captioned', 'empty', 'left', 'ended', 'declined', 'told'];
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  for (const room of made) await admin.deleteRoom(room).catch(() => {});
});

async function hire(...[agentName, answer]: [string, ('takes' | 'declines' | 'ends')?]) {
  const worker = await startAgentWorker(server, agentName, answer);
  workers.push(worker);
  return worker;
}
const jobsOf = async (room: string, id: string) => (await call('agents.list', { room })).dispatches.find((one) => one.id === id)?.jobs;
/** The server gathers the answers of all its nodes for 5 s before it lists a job. */
const patience = { timeout: 20_000, interval: 200 };

test('dispatching to a room that is not there makes the room, and says so', async () => {
  expect(await call('agents.list', { room: 'empty' })).toMatchObject({ exists: false, dispatches: [], agents: [] });
  const first = await call('agents.dispatch', { room: 'empty', agentName: ' captions ', metadata: '{"language":"de"}' });
  expect(first).toMatchObject({ roomCreated: true, dispatch: { agentName: 'captions', metadata: '{"language":"de"}', jobs: [] } });
  expect(await lastEntry()).toMatchObject({
    action: 'agents.dispatch',
    room: 'empty',
    targets: ['captions'],
    outcome: 'done',
    details: { id: first.dispatch.id, roomCreated: true },
  });
  expect(await call('agents.dispatch', { room: 'empty', agentName: 'captions' })).toMatchObject({ roomCreated: false });
  const { exists, dispatches, takenAt } = await call('agents.list', { room: 'empty' });
  expect(exists).toBe(true);
  // The nameless one is the server's own.
  expect(dispatches.map(({ agentName }) => agentName).sort()).toEqual(['', 'captions', 'captions']);
  for (const { createdAt } of dispatches) expect(Math.abs((createdAt ?? 0) - takenAt)).toBeLessThan(60_000);
});

test('what no worker takes has no job', async () => {
  await hire('shy', 'declines');
  const { dispatch } = await call('agents.dispatch', { room: 'declined', agentName: 'shy' });
  const taker = await hire('brave');
  const { dispatch: taken } = await call('agents.dispatch', { room: 'declined', agentName: 'brave' });
  await vi.waitUntil(async () => (await jobsOf('declined', taken.id))?.length === 1, patience);
  expect(taker.jobs).toHaveLength(1);
  expect(await jobsOf('declined', dispatch.id)).toEqual([]);
});

test('a job names its worker and its agent, and tells the agent that is in the room from one that has left', async () => {
  const worker = await hire('captions');
  const { dispatch } = await call('agents.dispatch', { room: 'captioned', agentName: 'captions', metadata: 'de' });
  await vi.waitUntil(async () => (await jobsOf('captioned', dispatch.id))?.length === 1, patience);
  const [given] = worker.jobs;
  expect(given).toMatchObject({ room: 'captioned', metadata: 'de' });
  const job = {
    id: given?.id,
    type: 'room',
    status: 'running',
    error: '',
    about: '',
    identity: given?.identity,
    workerId: worker.workerId,
  };
  expect(await jobsOf('captioned', dispatch.id)).toEqual([
    { ...job, present: false, startedAt: expect.any(Number), updatedAt: expect.any(Number), endedAt: null },
  ]);
  expect((await call('agents.list', { room: 'captioned' })).agents).toEqual([]);

  const agent = await desk.entersBy(given?.token ?? '');
  await vi.waitUntil(async () => (await jobsOf('captioned', dispatch.id))?.[0]?.present, patience);
  await desk.joins('captioned', 'quiet', [], { hidden: true, agent: true });
  // By kind: a hidden observer has the grant alone.
  expect((await call('agents.list', { room: 'captioned' })).agents).toMatchObject([
    { identity: given?.identity, name: 'captions of the test', agentName: 'captions' },
  ]);

  await agent.leave();
  await vi.waitUntil(async () => !(await jobsOf('captioned', dispatch.id))?.[0]?.present, patience);
  expect((await call('agents.list', { room: 'captioned' })).agents).toEqual([]);
});

test('livekit-server still says running after a worker has reported a failure: the list of jobs is no proof', async () => {
  const worker = await hire('forgetful');
  const { dispatch } = await call('agents.dispatch', { room: 'told', agentName: 'forgetful' });
  await vi.waitUntil(async () => (await jobsOf('told', dispatch.id))?.length === 1, patience);
  worker.report(worker.jobs[0]?.id ?? '', 'failed', 'the model did not load');
  // Answered in order: what it said before has been heard.
  const next = await call('agents.dispatch', { room: 'told', agentName: 'forgetful' });
  await vi.waitUntil(async () => (await jobsOf('told', next.dispatch.id))?.length === 1, patience);
  expect(await jobsOf('told', dispatch.id)).toMatchObject([{ status: 'running', error: '', present: false, endedAt: null }]);
});

test('a job that its worker ends at once has succeeded, with the time of its end', async () => {
  await hire('brief', 'ends');
  const { dispatch } = await call('agents.dispatch', { room: 'ended', agentName: 'brief' });
  await vi.waitUntil(async () => (await jobsOf('ended', dispatch.id))?.length === 1, patience);
  expect(await jobsOf('ended', dispatch.id)).toMatchObject([{ status: 'success', present: false, endedAt: expect.any(Number) }]);
});

test('deleting a dispatch ends its job and takes its agent out of the room; what is gone already counts as done', async () => {
  const worker = await hire('guide');
  const { dispatch } = await call('agents.dispatch', { room: 'left', agentName: 'guide' });
  await vi.waitUntil(async () => (await jobsOf('left', dispatch.id))?.length === 1, patience);
  await desk.entersBy(worker.jobs[0]?.token ?? '');
  await vi.waitUntil(async () => (await call('agents.list', { room: 'left' })).agents.length === 1, patience);
  expect(await call('agents.deleteDispatch', { room: 'left', id: dispatch.id })).toMatchObject({ outcome: 'deleted' });
  expect(await lastEntry()).toMatchObject({ action: 'agents.deleteDispatch', targets: [dispatch.id], details: { outcome: 'deleted' } });
  await vi.waitUntil(async () => (await call('agents.list', { room: 'left' })).agents.length === 0, patience);
  expect(worker.terminated).toEqual([worker.jobs[0]?.id]);
  expect((await call('agents.list', { room: 'left' })).dispatches.map(({ agentName }) => agentName)).toEqual(['']);
  expect(await call('agents.deleteDispatch', { room: 'left', id: dispatch.id })).toMatchObject({ outcome: 'already' });
  expect(await call('agents.deleteDispatch', { room: 'not-there', id: dispatch.id })).toMatchObject({ outcome: 'already' });
});

test('an empty name or room, which the server would take, is refused here', async () => {
  await expect(call('agents.dispatch', { room: 'empty', agentName: ' ' })).rejects.toThrow('required');
  await expect(call('agents.dispatch', { room: '', agentName: 'captions' })).rejects.toThrow('required');
});

test('the safety level holds for dispatches', async () => {
  const readOnly = openRoomDesk(server, { safety: 'read-only' });
  await expect(readOnly.call('agents.dispatch', { room: 'refused', agentName: 'captions' })).rejects.toMatchObject({ code: 'read-only' });
  expect(await admin.listRooms(['refused'])).toEqual([]);
  const careful = openRoomDesk(server, { safety: 'confirm' });
  await expect(careful.call('agents.deleteDispatch', { room: 'empty', id: 'AD_x' })).rejects.toMatchObject({ code: 'not-confirmed' });
});

test('where the server makes no rooms by itself, dispatching to one that is not there says that it is not there', async () => {
  const strict = await startLiveKitServer('room: {auto_create: false}');
  try {
    const { call } = openRoomDesk(strict);
    await expect(call('agents.dispatch', { room: 'absent', agentName: 'captions' })).rejects.toMatchObject({ code: 'room-absent' });
  } finally {
    await strict.stop();
  }
});
