import { readFileSync } from 'node:fs';
import { startWebhookTarget } from '../setup/webhook-target';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

test('webhooks are received, filtered, refused with the reason, and exported', async ({ page, violations }) => {
  await saveServer(page);
  await openPlace(page, 'services/webhooks');
  await page.getByRole('button', { name: 'Start receiving' }).click();
  const address = page.getByRole('textbox', { name: 'Receiver URL' });
  await expect(address).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/livekit\/webhook$/);
  const url = await address.inputValue();
  await expect(page.getByRole('region', { name: 'For the server’s config' })).toContainText(`- ${url}`);

  await page.getByRole('textbox', { name: 'Room' }).fill('clinic');
  await page.getByRole('button', { name: 'Send test event' }).click();
  const deliveries = page.getByRole('table', { name: 'Deliveries' });
  const verified = deliveries.getByRole('row', { name: /room_started.*clinic.*verified/ });
  await expect(verified).toBeVisible();
  await expect(page.getByText('Last answer:')).toContainText('200');

  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/webhook+json' }, body: '{"event":"room_finished"}' });
  await page.getByRole('button', { name: /^Rejected/ }).click();
  await expect(verified).toHaveCount(0);
  await deliveries.getByRole('row', { name: /room_finished.*No signature/ }).click();
  const panel = page.getByRole('complementary', { name: 'Delivery' });
  await expect(panel).toContainText('Rejected: not signed');
  await expect(panel).toContainText('authorization header is empty');
  await expect(panel.getByRole('button', { name: 'Replay…' })).toBeVisible();

  await page.getByRole('button', { name: /^All/ }).click();
  await page.getByLabel('Filter deliveries').fill('clinic');
  await expect(deliveries.getByRole('row', { name: /room_finished/ })).toHaveCount(0);
  await expect(verified).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  const exported = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(exported.deliveries).toMatchObject([{ event: 'room_started', room: 'clinic', reason: null }]);

  await page.getByRole('button', { name: 'Stop receiving' }).click();
  await expect(page.getByText('Not receiving')).toBeVisible();
  expect(violations).toEqual([]);
});

test('outside this computer nothing is sent, received or passed on before the warning was read', async ({ page }) => {
  await saveServer(page);
  await openPlace(page, 'services/webhooks');
  const send = page.getByRole('button', { name: 'Send test event' });
  await page.getByRole('textbox', { name: 'Send to' }).fill('http://192.0.2.1/hooks');
  await expect(page.getByText('192.0.2.1 is not this computer alone')).toBeVisible();
  await expect(send).toBeDisabled();
  await page.getByRole('checkbox', { name: 'I know, use it all the same' }).check();
  await expect(send).toBeEnabled();

  await page.getByRole('button', { name: 'Address…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where webhooks are received' });
  await dialog.getByRole('combobox', { name: 'Address' }).click();
  await dialog.getByRole('option', { name: '0.0.0.0' }).click();
  await expect(dialog.getByText('0.0.0.0 is not this computer alone')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Receive here' })).toBeDisabled();
});

test('what is being looked at stays while more comes, is sent again, and all is deleted only after a question', async ({ page }) => {
  const target = await startWebhookTarget({ status: 202, text: 'thanks' });
  await saveServer(page);
  await openPlace(page, 'services/webhooks');
  await page.getByRole('button', { name: 'Start receiving' }).click();
  const send = async (room: string) => {
    await page.getByRole('textbox', { name: 'Room' }).fill(room);
    await page.getByRole('button', { name: 'Send test event' }).click();
    await expect(page.getByRole('table', { name: 'Deliveries' }).getByRole('row', { name: new RegExp(room) })).toBeVisible();
  };
  await send('first-room');
  const panel = page.getByRole('complementary', { name: 'Delivery' });
  await panel.getByRole('button', { name: 'Replay…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send this event again' });
  await expect(dialog).toContainText('room_started · first-room');
  await dialog.getByRole('textbox', { name: 'Send to' }).fill(target.url);

  // From elsewhere, while the dialog is open.
  const url = await page.getByRole('textbox', { name: 'Receiver URL', includeHidden: true }).inputValue();
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/webhook+json' }, body: '{"event":"newer_event"}' });
  await expect(page.getByRole('row', { name: /newer_event/, includeHidden: true })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Send to' })).toHaveValue(target.url);
  await dialog.getByRole('button', { name: 'Replay' }).click();
  await expect(dialog).toContainText('202');
  expect(JSON.parse(target.got[0]?.body ?? '')).toMatchObject({ event: 'room_started', room: { name: 'first-room' } });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toContainText('room_started');

  await page.getByRole('button', { name: 'Forward…' }).click();
  const forward = page.getByRole('dialog', { name: 'Pass verified events on' });
  await forward.getByRole('textbox', { name: 'To' }).fill(target.url);
  await forward.getByRole('button', { name: 'Forward' }).click();
  await send('passed-on');
  await expect.poll(() => target.got.map(({ body }) => body).join()).toContain('passed-on');
  target.close();

  await page.getByRole('button', { name: 'Clear…' }).click();
  const asked = page.getByRole('dialog', { name: 'Delete all deliveries?' });
  await expect(asked).toContainText('3 deliveries are deleted');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('row', { name: /passed-on/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear…' }).click();
  await page.getByRole('button', { name: 'Delete deliveries' }).click();
  await expect(page.getByText('Nothing has come yet')).toBeVisible();
});

test('a test event may have a name and a content of its own', async ({ page }) => {
  await saveServer(page);
  await openPlace(page, 'services/webhooks');
  await page.getByRole('button', { name: 'Start receiving' }).click();
  await page.getByRole('combobox', { name: 'Event' }).fill('room_moved');
  const more = page.getByRole('textbox', { name: 'More of the event, as JSON' });
  await more.fill('{"room":');
  await page.getByRole('button', { name: 'Send test event' }).click();
  await expect(page.getByText('This is not JSON.')).toBeVisible();
  await more.fill('{"room":{"name":"attic","metadata":"dusty"}}');
  await page.getByRole('button', { name: 'Send test event' }).click();
  await expect(page.getByRole('table', { name: 'Deliveries' }).getByRole('row', { name: /room_moved.*attic.*verified/ })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Delivery' })).toContainText('dusty');
});
