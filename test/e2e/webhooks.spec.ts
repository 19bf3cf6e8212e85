import { readFileSync } from 'node:fs';
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
