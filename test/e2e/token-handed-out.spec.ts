import { encode } from 'uqr';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('the server would let a guest’s token in, says so in its own words, and does', async ({ page, violations }) => {
  const desk = await openTokenDesk(page);
  await desk.identity.fill('grace');
  await desk.room.fill('ward-round');
  await desk.preset('Guest').click();
  await desk.issue.click();
  await desk.button('Ask the server').click();
  const answer = page.getByRole('status').filter({ hasText: 'The server would let this token in' });
  await expect(answer).toContainText('200 success');
  const grace = await join(testServer().url, await desk.token.inputValue());
  expect(grace.room.localParticipant?.identity).toBe('grace');
  await grace.leave();
  expect(violations).toEqual([]);
});

test('the token is dots on screen until the eye shows it, and is forgotten with its panel', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('ward-round');
  await desk.room.press('Control+Enter');
  await expect(desk.token).toHaveValue(/^eyJ/);
  await expect(desk.token).toHaveCSS('-webkit-text-security', 'disc');
  await desk.button('Show: Token').click();
  await expect(desk.token).toHaveCSS('-webkit-text-security', 'none');
  await expect(desk.joinLink).toHaveCSS('-webkit-text-security', 'disc');
  const jwt = await desk.token.inputValue();
  await desk.button('Issue another').click();
  await expect(desk.token).toBeHidden();
  expect(await page.content()).not.toContain(jwt);
});

test('a shown token is dots again after 10 s, and neither box can be typed in', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('ward-round');
  await desk.issue.click();
  await expect(desk.token).not.toBeEditable();
  await expect(desk.joinLink).not.toBeEditable();
  await page.clock.install();
  await desk.button('Show: Token').click();
  await page.clock.fastForward(5_000);
  await expect(desk.token).toHaveCSS('-webkit-text-security', 'none');
  await page.clock.fastForward(5_500);
  await expect(desk.token).toHaveCSS('-webkit-text-security', 'disc');
});

test('beside the link stands who sees the token, that Meet goes live, and what a browser will refuse', async ({ page }) => {
  const joinPage = 'https://meet.harbor.example/custom?liveKitUrl={url}&token={token}';
  const desk = await openTokenDesk(page, { serverUrl: 'ws://192.0.2.1:7880', joinPage });
  await desk.room.fill('ward-round');
  await desk.issue.click();
  await expect(page.getByText('meet.harbor.example sees the token when the link is opened.')).toBeVisible();
  await expect(page.getByText('Meet goes live with camera and microphone at once, without a lobby.')).toBeVisible();
  await expect(page.getByText('That page is https and this server is ws: browsers will refuse to connect.')).toBeVisible();
});

test('a token for the API alone is tried at the API, right by right', async ({ page }) => {
  const policy = { longestLifetimeSeconds: 3_600, serverWideGrants: ['ingressAdmin' as const] };
  const desk = await openTokenDesk(page, { policy });
  await desk.preset('Ingress manager').click();
  await page.getByLabel('Reason').fill('OPS-3318');
  await desk.button('Issue server-wide token').click();
  await desk.button('Ask the server').click();
  const answer = page.getByRole('status').filter({ hasText: 'The server lets its holder do what is green' });
  await expect(answer.getByText('ingressAdmin allowed')).toBeVisible();
  await expect(answer.getByText('roomList refused')).toBeVisible();
});

test('the copy buttons put token, join link and code on the clipboard', async ({ page, clipboard, runtime }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('ward-round');
  await desk.issue.click();
  await desk.button('Copy token').click();
  await expect.poll(clipboard).toBe(await desk.token.inputValue());
  await desk.button('Copy join link').click();
  await expect.poll(clipboard).toBe(await desk.joinLink.inputValue());
  expect(new URL(await clipboard()).searchParams.get('token')).toBe(await desk.token.inputValue());
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('Python').click();
  await desk.button('Copy code').click();
  await expect.poll(clipboard).toContain('api.AccessToken');
  expect(await clipboard()).not.toContain(testServer().apiSecret);
  // No page of a browser may clear it.
  await expect(page.getByText(runtime ? 'The clipboard is cleared after 60 s' : 'The clipboard is not cleared')).toBeVisible();
});

test('the QR code is that of the join link; a link too long for one says so', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('ward-round');
  await desk.issue.click();
  const drawn = await page.getByRole('img', { name: 'QR code' }).locator('path').getAttribute('d');
  const { data } = encode(await desk.joinLink.inputValue(), { ecc: 'L', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
  expect([...(drawn ?? '').matchAll(/M(\d+ \d+)h1v1h-1z/g)].map(([, module]) => module)).toEqual(dark);
  await desk.button('Metadata and attributes').click();
  await page.getByLabel('Metadata metadata').fill('m'.repeat(1_500));
  await desk.issue.click();
  await expect(page.getByText(/^No QR code: at \d+ characters/)).toBeVisible();
});
