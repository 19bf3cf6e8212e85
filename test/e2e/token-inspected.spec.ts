import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

const { apiKey, apiSecret } = testServer();
async function tokenBy(secret: string, room: string | undefined) {
  const token = new AccessToken(apiKey, secret, { identity: 'guest-5f02' });
  token.addGrant({ roomJoin: true, ...(room ? { room } : {}) });
  return token.toJwt();
}

test('a token of the wrong secret looks right here, and the server says what is wrong without repeating it', async ({
  page,
  violations,
}) => {
  await openTokenDesk(page);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  const jwt = await tokenBy('not the secret of this server, though long', 'ward');
  await page.getByLabel('Pasted token').fill(`Bearer ${jwt}`);
  await expect(page.getByText('Nothing wrong that can be seen from here')).toBeVisible();
  await expect(page.getByText('Identity guest-5f02')).toBeVisible();
  await page.getByRole('button', { name: 'Ask the server' }).click();
  const answer = page.getByRole('status').filter({ hasText: 'The signature is not right' });
  await expect(answer).toContainText('signature is invalid');
  await expect(answer).toContainText('401');
  expect(await answer.textContent()).not.toContain(jwt.slice(0, 30));
  expect(violations).toEqual([]);
});

test('what is wrong with a token stands there before anyone is asked, and stays while another view is open', async ({ page }) => {
  await openTokenDesk(page);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await page.getByLabel('Pasted token').fill(await tokenBy(apiSecret, undefined));
  await expect(page.getByText('The server will refuse this token')).toBeVisible();
  await expect(page.getByText('It names no room')).toBeVisible();
  await page.getByRole('tab', { name: 'Issue' }).click();
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await expect(page.getByText('It names no room')).toBeVisible();
  await page.getByLabel('Pasted token').fill('hello');
  await expect(page.getByText('No token is in this')).toBeVisible();
});

test('what the server would pass over is found here; who is in the room is asked with the server’s answer', async ({ page }) => {
  const { url } = testServer();
  const signed = new AccessToken(apiKey, apiSecret, { identity: 'guest-5f02', metadata: 'm'.repeat(600) });
  signed.addGrant({ roomJoin: true, room: 'ward-inspected', hidden: true });
  signed.kind = 'robot';
  const jwt = await signed.toJwt();
  await openTokenDesk(page);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await page.getByLabel('Pasted token').fill(jwt);
  await expect(page.getByText('A kind that the server does not know')).toBeVisible();
  await expect(page.getByText('Hidden, but counted')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch Agent on' })).toBeHidden(); // it is signed already
  const other = new AccessToken(apiKey, apiSecret, { identity: 'guest-5f02' });
  other.addGrant({ roomJoin: true, room: 'ward-inspected' });
  const guest = await join(url, await other.toJwt());
  await page.getByRole('button', { name: 'Ask the server' }).click();
  await expect(page.getByText('guest-5f02 is in this room now')).toBeVisible();
  await guest.leave();
});
