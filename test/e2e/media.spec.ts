import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import { hasRedis, type RunningRedis, startRedis } from '../setup/redis';
import { connect } from './connect';
import { expect, test } from './fixture';

test('without Redis each page of recording and media says what is missing and how to get it', async ({ page, violations }) => {
  await connect(page, testServer());
  await page.getByRole('link', { name: 'Recording & media' }).click();
  for (const [tab, said] of [
    ['Egress', 'Recording needs Redis and an egress worker.'],
    ['Ingress', 'Ingress needs Redis and an ingress worker.'],
    ['SIP', 'Telephone calls need Redis and a SIP worker.'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: tab, exact: true }).click();
    await expect(page.getByRole('heading', { name: 'This server runs without Redis' })).toBeVisible();
    await expect(page.getByText(said)).toBeVisible();
    await page.getByRole('button', { name: 'Show what to set up' }).click();
    await expect(page.getByText(`livekit/${tab.toLowerCase()}`)).toBeVisible();
  }
  expect(violations).toEqual([]);
});

test.describe('on a server with Redis', () => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other stories
  test.skip(!hasRedis, 'no redis-server');
  let redis: RunningRedis;
  let server: RunningServer;
  test.beforeAll(async () => {
    redis = await startRedis();
    server = await startLiveKitServer(`redis: {address: '${redis.address}'}\ningress: {rtmp_base_url: 'rtmp://127.0.0.1:1935/x'}`);
  });
  test.afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  test('an ingress is created, its key stays behind dots until asked for, is copied, and the ingress deleted', async ({
    page,
    context,
    violations,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await connect(page, server);
    await page.getByRole('link', { name: 'Recording & media' }).click();
    await page.getByRole('link', { name: 'Ingress', exact: true }).click();
    const form = page.getByRole('complementary', { name: 'New ingress' });
    await form.getByLabel('Name', { exact: false }).first().fill('OR 3 camera');
    await form.getByRole('button', { name: 'Create ingress' }).click();
    await expect(form.getByText('This is needed.').first()).toBeVisible();
    await form.getByLabel('Room room_name').fill('or-3');
    await form.getByLabel('Identity participant_identity').fill('or-3-camera');
    await form.getByRole('button', { name: 'Create ingress' }).click();

    await expect(page.getByRole('table', { name: 'Ingress' }).getByRole('row', { name: /OR 3 camera/ })).toBeVisible();
    const panel = page.getByRole('complementary', { name: 'Ingress' });
    const key = panel.getByRole('textbox', { name: 'Stream key' });
    await expect(key).toHaveClass(/masked/);
    await panel.getByRole('button', { name: 'Copy stream key' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await key.inputValue());
    expect((await key.inputValue()).length).toBeGreaterThan(8);

    await panel.getByRole('button', { name: 'Delete…' }).click();
    await page.getByRole('dialog', { name: 'Delete OR 3 camera?' }).getByRole('button', { name: 'Delete 1 ingress' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing comes in from outside' })).toBeVisible();
    expect(violations).toEqual([]);
  });
});
