import type { Page } from '@playwright/test';
import { SipClient } from 'livekit-server-sdk';
import type { TestServer } from '../setup/livekit-server';
import { hasRedis } from '../setup/redis';
import { connect } from './connect';
import { openPlace } from './console-page';
import { expect, test } from './redis-test';

test.describe('on a server with Redis', () => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other stories
  test.skip(!hasRedis, 'no redis-server');
  const open = async (page: Page, server: TestServer) => {
    await connect(page, server);
    await openPlace(page, 'media/sip');
  };

  test('trunks and a rule are made, their passwords go in and never come back, and a call chooses among the trunks', async ({
    page,
    server,
    violations,
  }) => {
    await open(page, server);
    await page.getByRole('button', { name: 'Add trunk' }).click();
    await page.getByRole('menuitem', { name: 'New inbound trunk' }).click();
    const inbound = page.getByRole('complementary', { name: 'New inbound trunk' });
    await inbound.getByLabel('Name name').fill('Berlin main line');
    await inbound.getByLabel('Numbers numbers').fill('sip:+4930@host; +49305550100');
    await inbound.getByLabel('User auth_username').fill('harbor-in');
    await inbound.getByLabel('Password auth_password', { exact: true }).fill('trunk-password-1');
    await inbound.getByRole('button', { name: 'Create trunk' }).click();
    await expect(inbound.getByText('Not a number: as +49305550100')).toBeVisible();
    await inbound.getByRole('button', { name: 'Take away sip:+4930@host' }).click();
    await expect(inbound.getByText('Not a number: as +49305550100')).toBeHidden();
    await inbound.getByRole('button', { name: 'Create trunk' }).click();
    const saved = page.getByRole('complementary', { name: 'Inbound trunk', exact: true });
    await expect(saved.getByLabel('Name name')).toHaveValue('Berlin main line');
    await expect(saved.getByRole('button', { name: 'Take away +49305550100' })).toBeVisible();
    await expect(saved.getByLabel('Password auth_password', { exact: true })).toHaveValue('');
    await expect(saved.getByLabel('Password auth_password', { exact: true })).toHaveAttribute('placeholder', 'Set. Type to replace');
    expect(await page.content()).not.toContain('trunk-password-1');
    await expect(page.getByText('1 trunk · 0 rules')).toBeVisible();

    await page.getByRole('button', { name: 'Add rule' }).click();
    const rule = page.getByRole('complementary', { name: 'New dispatch rule' });
    await rule.getByLabel('Name name').fill('Triage');
    await rule.getByLabel('Room room_name').fill('triage-voice');
    await rule.getByRole('checkbox', { name: 'Berlin main line' }).check();
    await rule.getByLabel('Agents agents').fill('triage-agent = {"language": "de"}\nnotes');
    await rule.getByRole('button', { name: 'Create rule' }).click();
    await expect(
      page.getByRole('table', { name: 'Dispatch rules' }).getByRole('row', { name: /Triage.*triage-voice.*triage-agent, notes/ }),
    ).toBeVisible();
    await expect(page.getByText('1 trunk · 1 rule', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Add trunk' }).click();
    await page.getByRole('menuitem', { name: 'New outbound trunk' }).click();
    const outbound = page.getByRole('complementary', { name: 'New outbound trunk' });
    await outbound.getByLabel('Name name').fill('Carrier A');
    await outbound.getByLabel('Server address').fill('sip.carrier-a.example');
    await outbound.getByLabel('Numbers numbers').fill('+49305550100');
    await outbound.getByRole('button', { name: 'Create trunk' }).click();
    await expect(page.getByRole('table', { name: 'Trunks' }).getByRole('row', { name: /Carrier A/ })).toBeVisible();

    await page.getByRole('button', { name: 'Calls' }).click();
    await page.getByRole('menuitem', { name: 'Call a number' }).click();
    const call = page.getByRole('complementary', { name: 'Call a number' });
    await call.getByRole('combobox', { name: /Trunk/ }).click();
    await page.getByRole('option', { name: 'Carrier A' }).click();
    await call.getByLabel('Number to call sip_call_to').fill('+49305550199');
    await call.getByLabel('Room room_name').fill('triage-voice');
    await call.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(call.getByRole('alert')).toContainText('No worker took this on.');
    await expect(call.getByRole('region', { name: 'What to set up' })).toContainText('livekit/sip');
    await expect(call.getByLabel('Number to call sip_call_to')).toHaveValue('+49305550199');

    await page.getByRole('row', { name: /Carrier A/ }).click();
    await page.getByRole('complementary', { name: 'Outbound trunk', exact: true }).getByRole('button', { name: 'Delete…' }).click();
    await page.getByRole('dialog', { name: 'Delete Carrier A?' }).getByRole('button', { name: 'Delete 1 trunk' }).click();
    await expect(page.getByText('1 trunk · 1 rule', { exact: true })).toBeVisible();
    expect(violations).toEqual([]);
  });

  test('a call is transferred only after a question, and who is not there is named', async ({ page, server, violations }) => {
    await open(page, server);
    await page.getByRole('button', { name: 'Calls' }).click();
    await page.getByRole('menuitem', { name: 'Transfer a call' }).click();
    const form = page.getByRole('complementary', { name: 'Transfer a call' });
    await form.getByRole('button', { name: 'Transfer call' }).click();
    await expect(form.getByText('This is needed.').first()).toBeVisible();
    await form.getByLabel('Room room_name').fill('triage-voice');
    await form.getByLabel('Identity participant_identity').fill('caller-7');
    await form.getByLabel('To transfer_to').fill('tel:+4930555');
    await form.getByRole('button', { name: 'Transfer call' }).click();
    const dialog = page.getByRole('dialog', { name: 'Transfer caller-7 out of triage-voice?' });
    await expect(dialog).toContainText('From here nobody can bring them back.');
    await dialog.getByRole('button', { name: 'Transfer 1 call' }).click();
    await expect(form.getByRole('alert')).toContainText('That participant has left.');
    await expect(form.getByLabel('To transfer_to')).toHaveValue('tel:+4930555');
    expect(violations).toEqual([]);
  });

  test('a trunk that was changed or deleted elsewhere is not overwritten, and what was typed stays', async ({
    page,
    server,
    violations,
  }) => {
    const sip = new SipClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    const { sipTrunkId } = await sip.createSipInboundTrunk('Night line', ['+49305550900'], { authUsername: 'night', authPassword: 'pw-9' });
    await open(page, server);
    await page.getByRole('row', { name: /Night line/ }).click();
    const panel = page.getByRole('complementary', { name: 'Inbound trunk', exact: true });
    await panel.getByLabel('Name name').fill('Night triage');
    await sip.updateSipInboundTrunkFields(sipTrunkId, { name: 'Day line' });
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByRole('alert')).toContainText('It was changed meanwhile.');
    await expect(panel.getByLabel('Name name')).toHaveValue('Night triage');
    await panel.getByRole('button', { name: 'Show it as it is now' }).click();
    await expect(panel.getByLabel('Name name')).toHaveValue('Day line');
    await panel.getByRole('switch', { name: 'Remove the one that is set' }).click();
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByRole('switch', { name: 'Remove the one that is set' })).toBeHidden();
    expect((await sip.listSipInboundTrunk()).find((one) => one.sipTrunkId === sipTrunkId)?.authPassword).toBe('');

    await panel.getByLabel('Name name').fill('Night triage');
    await sip.deleteSipTrunk(sipTrunkId);
    await expect(panel.getByText('It was deleted elsewhere')).toBeVisible();
    await expect(panel.getByLabel('Name name')).toHaveValue('Night triage');
    expect(violations).toEqual([]);
  });
});
