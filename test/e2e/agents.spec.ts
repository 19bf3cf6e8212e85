import { AgentDispatchClient, RoomServiceClient } from 'livekit-server-sdk';
import { startAgentWorker } from '../setup/agent-worker';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { faults } from './axe';
import { connect } from './connect';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });
const server = testServer();
const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);

test('an operator calls an agent into a room, sees it come and go, and ends the dispatch', async ({ page }) => {
  const [room, agentName] = [`clinic/${Date.now()}`, `captions-${Date.now()}`];
  const worker = await startAgentWorker(server, agentName);
  await connect(page, server);
  await page.getByRole('link', { name: 'Recording & media' }).click();
  await page.getByRole('tab', { name: 'Agents', exact: true }).click();
  await page.getByRole('button', { name: 'Dispatch agent' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dispatch agent' });
  await dialog.getByLabel('Room').fill(room);
  await dialog.getByRole('button', { name: 'Dispatch' }).click();
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await dialog.getByLabel('Agent name').fill(agentName);
  await dialog.getByLabel('Metadata for the agent').fill('{"language":"de"}');
  await expect(dialog.getByText(`${room} is not open: LiveKit makes it for this.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Dispatch' }).click();
  await expect(page.getByText(`${room} was made, and ${agentName} is called into it`).first()).toBeVisible();

  const table = page.getByRole('table', { name: 'Agent dispatches' });
  const row = table.getByRole('row', { name: new RegExp(agentName) });
  await expect(table.getByRole('row', { name: /Any worker without a name.*no job/ })).toBeVisible();
  await expect(row.getByText('not in the room')).toBeVisible();
  await expect.poll(() => worker.jobs).toMatchObject([{ room, metadata: '{"language":"de"}' }]);

  const agent = await join(server.url, worker.jobs[0]?.token ?? '');
  await expect(row.getByText('in the room', { exact: true })).toBeVisible();
  const present = page.getByRole('region', { name: 'Agents in the room' });
  await expect(present.getByText(`from worker ${agentName}`)).toBeVisible();
  await row.click();
  const panel = page.getByRole('complementary', { name: `Dispatch: ${agentName}` });
  await expect(panel.getByText(worker.workerId)).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await agent.leave();
  await expect(row.getByText('not in the room')).toBeVisible();
  await expect(panel.getByText(/LiveKit still calls it running/)).toBeVisible();
  await panel.getByRole('button', { name: 'Delete dispatch…' }).click();
  const asked = page.getByRole('dialog', { name: `Delete the dispatch of ${agentName}?` });
  await asked.getByRole('button', { name: 'Delete dispatch' }).click();
  await expect(page.getByText('Dispatch deleted').first()).toBeVisible();
  // Rows stay where they are while the pointer is over the table.
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(row).toBeHidden();
  await worker.stop();
  await rooms.deleteRoom(room);
});

test('an agent that a token names is called with the room that the token opens', async ({ page }) => {
  const [room, agentName] = [`ward-${Date.now()}`, `notes-${Date.now()}`];
  const desk = await openTokenDesk(page);
  await desk.identity.fill('anna');
  await desk.room.fill(room);
  await desk.button(/^Room settings/).click();
  await desk.button('Call an agent').click();
  await page.getByRole('textbox', { name: 'Agent name' }).fill(agentName);
  await page.getByRole('textbox', { name: 'Metadata for the agent' }).fill('{"language":"de"}');
  await desk.issue.click();
  const anna = await join(server.url, await desk.token.inputValue());
  const dispatches = new AgentDispatchClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  await expect.poll(() => dispatches.listDispatch(room)).toMatchObject([{ agentName, metadata: '{"language":"de"}' }]);
  await anna.leave();
  await rooms.deleteRoom(room);
});
