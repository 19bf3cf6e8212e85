import { IngressClient, IngressInput, SipClient } from 'livekit-server-sdk';
import { startLiveKitServer } from '../setup/livekit-server';
import { hasRedis, startRedis } from '../setup/redis';
import { expectNoFaults } from './axe';
import { connect } from './connect';
import { openPlace } from './console-page';
import { expect, test } from './fixture';
import { runningEgress } from './running-egress';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });

test('axe finds nothing on recording, ingress and SIP with something in them, in both schemes and languages', async ({ page }) => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other stories
  test.skip(!hasRedis, 'no redis-server');
  test.setTimeout(300_000); // a dozen readings, ten seconds each where eight suites share two cores
  const redis = await startRedis();
  const server = await startLiveKitServer(`redis: {address: '${redis.address}'}\ningress: {rtmp_base_url: 'rtmp://127.0.0.1:1935/x'}`);
  try {
    redis.put('egress', runningEgress.egressId, runningEgress.toBinary());
    const sip = new SipClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    await sip.createSipOutboundTrunk('Carrier A', 'sip.carrier-a.example', ['+49305550100'], { transport: 0 });
    const ingress = new IngressClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    const into = { name: 'OR 3 camera', roomName: 'or-3', participantIdentity: 'or-3-camera' };
    await ingress.createIngress(IngressInput.RTMP_INPUT, into);
    await connect(page, server);

    await openPlace(page, 'media/egress');
    await page.getByRole('row', { name: /webinar/ }).click();
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    await panel.getByLabel('Room room_name').fill('webinar');
    await panel.getByRole('checkbox', { name: 'Stream' }).check();
    await panel.getByRole('combobox', { name: 'Storage' }).click();
    await page.getByRole('option', { name: 'S3 or compatible' }).click();
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByLabel('Room room_name').press('Control+Enter');
    await expect(panel.getByText('This is needed.').first()).toBeVisible();
    await expectNoFaults(page, 'the start of an egress', { shown: page.getByRole('row', { name: /webinar/ }) });
    await page.getByRole('button', { name: 'Streams…' }).click();
    await expectNoFaults(page, 'streams of one that runs', { shown: page.getByRole('dialog') });
    await page.keyboard.press('Escape');

    await openPlace(page, 'media/ingress');
    await page.getByRole('row', { name: /OR 3 camera/ }).click();
    await page.getByRole('group', { name: 'Stream key' }).getByRole('button', { name: 'Get it' }).click();
    await expectNoFaults(page, 'an ingress and its key', { shown: page.locator('input.masked') });
    await page.getByRole('button', { name: 'New ingress' }).click();
    await expect(page.getByRole('complementary', { name: 'New ingress' })).toBeVisible();
    await expectNoFaults(page, 'a new ingress', { shown: page.getByRole('row', { name: /OR 3 camera/ }) });

    await openPlace(page, 'media/sip');
    await page.getByRole('button', { name: 'Calls' }).click();
    await page.getByRole('menuitem', { name: 'Call a number' }).click();
    await page.getByRole('complementary', { name: 'Call a number' }).getByRole('combobox', { name: /Trunk/ }).click();
    await expectNoFaults(page, 'a call, over one of the trunks', { shown: page.getByRole('option', { name: 'Carrier A' }) });
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Carrier A/ }).click();
    await expect(page.getByRole('complementary', { name: 'Outbound trunk' })).toBeVisible();
    const trunk = page.getByRole('row', { name: /Carrier A/ });
    await expectNoFaults(page, 'a trunk', { shown: trunk });
    await page.getByRole('button', { name: 'Add trunk' }).click();
    await page.getByRole('menuitem', { name: 'New inbound trunk' }).click();
    await expect(page.getByRole('complementary', { name: 'New inbound trunk' })).toBeVisible();
    await expectNoFaults(page, 'a new trunk', { shown: trunk });
  } finally {
    await server.stop();
    await redis.stop();
  }
});
