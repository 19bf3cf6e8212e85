import { allLooks, expectNoFaults } from './axe';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './live-test';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });
test.setTimeout(300_000); // a second a reading, and ten where eight suites share two cores

test('axe finds nothing on rooms with people in them, nor on what is asked of them', async ({ page, live }, { testId }) => {
  const ada = await live.joins({ identity: 'ada', name: 'Ada' });
  await ada.publishMicrophone();
  await live.rooms.createRoom({ name: `${testId}/full`, maxParticipants: 1, metadata: '{"ward":4}' });
  await openPlace(page, 'rooms');
  await page.getByLabel('Filter rooms').fill(testId);
  const row = page.getByRole('row', { name: new RegExp(`${testId}/full`) });
  await row.getByRole('checkbox').check();
  await expectNoFaults(page, 'rooms, one selected', { shown: row, looks: allLooks });
  const inDialog = { shown: page.getByRole('dialog'), part: '[role="dialog"]' };
  await page.getByRole('toolbar').getByRole('button', { name: 'Close rooms' }).click();
  await expectNoFaults(page, 'the question before a room is closed', inDialog);
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: 'Edit metadata' }).click();
  await expectNoFaults(page, 'metadata', inDialog);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create room' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await expectNoFaults(page, 'a new room without a name', inDialog);

  await live.open();
  for (const [act, of] of [
    ['Message', 'the bar'],
    ['Gate', 'the bar'],
    ['Close room', 'the bar'],
    ['Edit name, metadata and attributes', 'the panel'],
  ] as const) {
    if (of === 'the panel') await live.row(/Ada/).dblclick();
    await page.getByRole('button', { name: act, exact: true }).click();
    await expectNoFaults(page, `${act}, of ${of}`, inDialog);
    await page.keyboard.press('Escape');
  }
});

test('axe finds nothing on webhooks that came, nor on what is done with one', async ({ page }) => {
  await saveServer(page);
  await openPlace(page, 'services/webhooks');
  await page.getByRole('button', { name: 'Start receiving' }).click();
  const address = page.getByRole('textbox', { name: 'Receiver URL' });
  await expect(address).toHaveValue(/^http/);
  await page.getByRole('textbox', { name: 'Room' }).fill('clinic');
  await page.getByRole('button', { name: 'Send test event' }).click();
  const verified = page.getByRole('row', { name: /room_started.*clinic/ });
  await verified.click();
  await expectNoFaults(page, 'a verified delivery, and the answer to a test event', { shown: verified });
  for (const [opener, dialog] of [
    ['Replay…', 'Send this event again'],
    ['Forward…', 'Pass verified events on'],
    ['Address…', 'Where webhooks are received'],
  ] as const) {
    await page.getByRole('button', { name: opener }).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await expectNoFaults(page, dialog, { shown: page.getByRole('dialog'), part: '[role="dialog"]' });
    await page.keyboard.press('Escape');
  }
  const headers = { 'content-type': 'application/webhook+json' };
  await fetch(await address.inputValue(), { method: 'POST', headers, body: '{"event":"room_finished"}' });
  const refused = page.getByRole('row', { name: /room_finished/ });
  await refused.click();
  await expect(page.getByRole('complementary', { name: 'Delivery' })).toContainText('Rejected: not signed');
  await expectNoFaults(page, 'a refused delivery', { shown: refused });
});

test('axe finds nothing on a client’s key, its rules, and what it has asked', async ({ page }) => {
  await saveServer(page);
  await openPlace(page, 'services/endpoint');
  await page.getByRole('button', { name: 'Start endpoint' }).click();
  const url = await page.getByRole('textbox', { name: 'Endpoint URL' }).inputValue();
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('clinic-web');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const key = page.locator('.once input');
  const authorization = `Bearer ${await page.getByRole('textbox', { name: 'Client key' }).inputValue()}`;
  const headers = { authorization, 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: '{"user_id":"anna","room":"clinic-1"}' });
  await fetch(url, { method: 'POST', headers, body: '{"user_id":""}' });
  await expect(page.getByRole('row', { name: /anna.*200/ })).toBeVisible();
  await expectNoFaults(page, 'the key of a client, shown once', { shown: key });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'clinic-web' }).click();
  await expect(page.getByRole('button', { name: 'Revoke…' })).toBeVisible();
  await expectNoFaults(page, 'the rules of a client', { shown: page.getByRole('row', { name: /anna.*200/ }) });
});

test('axe finds nothing on a preset of one’s own, nor on a token that is inspected', async ({ page }) => {
  await saveServer(page);
  await page.getByRole('textbox', { name: 'Identity', exact: true }).fill('anna');
  await page.getByRole('textbox', { name: 'Room', exact: true }).fill('ward');
  await page.getByRole('button', { name: 'Save as preset' }).click();
  await page.getByLabel('Name of the preset').fill('Ward doctor');
  await expectNoFaults(page, 'a new preset', { shown: page.getByRole('dialog'), part: '[role="dialog"]' });
  await page.getByRole('button', { name: 'Save preset' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Issue token/ }).click();
  const token = await page.getByRole('textbox', { name: 'Token', exact: true }).inputValue();
  await openPlace(page, 'settings/presets');
  await expectNoFaults(page, 'presets', { shown: page.getByRole('button', { name: 'Ward doctor' }) });
  await openPlace(page, 'tokens/inspect');
  await page.getByLabel('Pasted token').fill(token);
  await page.getByRole('button', { name: 'Ask the server' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The server would let this token in' })).toBeVisible();
  await expectNoFaults(page, 'a token that is inspected', { shown: page.locator('.json').filter({ hasText: 'anna' }).first() });
});
