import { RoomEvent } from '@livekit/rtc-node';
import type { Page } from '@playwright/test';
import { expect, test } from './live-test';

const panelOf = (page: Page, name: string) => page.getByRole('complementary', { name: `Details of ${name}` });

test('a message with a topic reaches everyone, and one to somebody who has just left says that it reached nobody', async ({
  page,
  live,
}) => {
  const [ada, bob] = [await live.joins({ identity: 'ada' }), await live.joins({ identity: 'bob' })];
  const topics: (string | undefined)[] = [];
  ada.room.on(RoomEvent.DataReceived, (_payload, _from, _kind, topic) => void topics.push(topic));
  await live.open();
  await expect(live.row(/bob/)).toBeVisible();
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Send data' });
  await dialog.getByRole('button', { name: 'Ask to unmute' }).click();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Sent to 2 people').first()).toBeVisible();
  await expect.poll(() => [topics, bob.received]).toEqual([['ask-to-unmute'], ['Please unmute your microphone.']]);

  await live.row(/bob/).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  await dialog.getByLabel('Text').fill('still there?');
  await bob.leave();
  await expect.poll(live.inRoom).not.toContain('bob');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toContainText('It reached nobody');
  await expect(dialog.getByLabel('Text')).toHaveValue('still there?');
  expect(ada.received).not.toContain('still there?');
});

test('a method of someone’s app is called, and its answer and its refusal are told apart', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  ada.room.localParticipant?.registerRpcMethod('greet', async ({ payload }) => `hello ${payload}`);
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const rpc = panelOf(page, 'ada').getByRole('region', { name: 'Call a method (RPC)' });
  await rpc.getByLabel('Method').fill('greet');
  await rpc.getByLabel('Payload').fill('you');
  await rpc.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(rpc.getByRole('status')).toContainText('hello you');
  await rpc.getByLabel('Method').fill('not-there');
  await rpc.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(rpc.getByRole('status')).toContainText('The app answered with an error');
});

test('name, metadata and attributes of a person are changed, and everyone sees it', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  await panelOf(page, 'ada').getByRole('button', { name: 'Edit name, metadata and attributes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit ada' });
  await dialog.getByLabel('Name').fill('Ada L.');
  await dialog.getByLabel('Metadata').fill('{"seat":7}');
  await dialog.getByLabel('Attributes, as JSON').fill('not JSON');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Attributes, as JSON').fill('{"role":"speaker"}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(live.row(/Ada L\./)).toBeVisible();
  await expect(panelOf(page, 'Ada L.')).toContainText('speaker');
  expect(await live.person('ada')).toMatchObject({ name: 'Ada L.', metadata: '{"seat":7}', attributes: { role: 'speaker' } });

  await panelOf(page, 'Ada L.').getByRole('button', { name: 'Edit name, metadata and attributes' }).click();
  const again = page.getByRole('dialog', { name: 'Edit Ada L.' });
  await again.getByLabel('Metadata').fill('');
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again.getByLabel('Metadata')).toHaveAccessibleDescription(/^The server cannot clear this/);
  await again.getByLabel('Metadata').fill('{"seat":7}');
  await again.getByLabel('Attributes, as JSON').fill('{"seat":"7"}');
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again).toHaveCount(0);
  expect((await live.person('ada')).attributes).toEqual({ seat: '7' });
});

test('a microphone is taken away and given back, and its owner must publish again', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Take the microphone away' }).click();
  const question = page.getByRole('dialog', { name: 'Take the microphone of ada away?' });
  await expect(question).toContainText('it may go on showing the microphone as on');
  await question.getByRole('button', { name: 'Take it away' }).click();
  await expect(live.row(/ada/).getByRole('button', { name: 'Microphone: not allowed' })).toBeVisible();
  await expect.poll(() => live.isMuted('ada')).toEqual([]);
  await live.row(/ada/).getByRole('button', { name: 'Give the microphone back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give the microphone back' }).click();
  await expect(live.row(/ada/).getByRole('button', { name: 'Microphone: not published' })).toBeVisible();
  await ada.publishMicrophone();
  await expect(live.row(/ada/).getByRole('button', { name: 'Mute microphone', exact: true })).toBeVisible();
});

test('a permission that was changed elsewhere meanwhile is not written over', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const panel = panelOf(page, 'ada');
  await panel.getByRole('switch', { name: 'Publish microphone' }).click({ force: true });
  await expect(panel.getByRole('group', { name: '1 change' })).toBeVisible();
  const elsewhere = { canSubscribe: true, canPublish: true, canPublishData: false };
  await live.permit('ada', elsewhere);
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(panel).toContainText('changed these permissions meanwhile');
  expect((await live.person('ada')).permission).toMatchObject({ ...elsewhere, canPublishSources: [] });
});

test('moving to another room is not offered where the server cannot, and its own answer says so to who asks all the same', async ({
  page,
  live,
}) => {
  await live.joins({ identity: 'ada' });
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const elsewhere = panelOf(page, 'ada').getByRole('region', { name: 'Another room' });
  await expect(elsewhere).toContainText('a self-hosted LiveKit server so far cannot');
  await expect(elsewhere.getByRole('button', { name: 'Move' })).toHaveCount(0);
  await elsewhere.getByRole('button', { name: 'Ask it all the same' }).click();
  await elsewhere.getByLabel('Room').fill('ward-2');
  await elsewhere.getByRole('button', { name: 'Move' }).click();
  await page.getByRole('dialog', { name: 'Move ada to ward-2?' }).getByRole('button', { name: 'Move' }).click();
  await expect(elsewhere).toContainText('This server cannot move or forward people');
  await expect(elsewhere.locator('code')).not.toBeEmpty();
  expect(await live.inRoom()).toContain('ada');
});
