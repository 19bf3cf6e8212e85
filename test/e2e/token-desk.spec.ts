import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { connect } from './connect';
import { expect, test } from './fixture';

const server = testServer();
const validate = (token: string) =>
  fetch(`${server.url.replace(/^ws/, 'http')}/rtc/validate`, { headers: { authorization: `Bearer ${token}` } }).then((answer) =>
    answer.text(),
  );

test('a guest gets a link, and the server says that it lets them in', async ({ page, context, violations }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await connect(page, server);
  await page.getByLabel('Identity').fill('guest-one');
  await page.getByLabel('Room', { exact: true }).fill('ward-4');
  await page.getByLabel('Valid for').fill('30m');
  await page.getByRole('button', { name: 'Issue token' }).click();
  const token = page.getByRole('textbox', { name: 'Token', exact: true });
  await expect(token).toHaveValue(/^eyJ/);
  const jwt = await token.inputValue();
  expect(await validate(jwt)).toBe('success');
  await page.getByRole('button', { name: 'Copy token' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(jwt);
  await page.getByRole('button', { name: 'Copy join link' }).click();
  const link = page.getByRole('textbox', { name: 'Join link' });
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  expect(new URL(await link.inputValue()).searchParams.get('token')).toBe(jwt);
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ask the server' }).click();
  await expect(page.getByText('The server would let this token in')).toBeVisible();
  await page.getByRole('button', { name: 'Issue another' }).click();
  await expect(token).toBeHidden();
  expect(violations).toEqual([]);
});

test('six hours are refused with the reason until the policy is raised on purpose', async ({ page }) => {
  await connect(page, server);
  await page.getByLabel('Room', { exact: true }).fill('long-shift');
  await page.getByText('Moderator', { exact: true }).click();
  await page.getByLabel('Valid for').fill('6h');
  await expect(page.getByText('This server’s policy allows 1 hour at most.')).toBeVisible();
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toBeHidden();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Longest lifetime').fill('8h');
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByRole('link', { name: 'Tokens' }).click();
  await expect(page.getByLabel('Room', { exact: true })).toHaveValue('long-shift');
  await expect(page.getByText('This server’s policy allows')).toBeHidden();
  await page.getByText('Custom', { exact: true }).click();
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(/^eyJ/);
});

test('an identity that is in the room now is named before its session is ended by another', async ({ page }) => {
  const own = new AccessToken(server.apiKey, server.apiSecret, { identity: 'ana.ruiz', ttl: 600 });
  own.addGrant({ roomJoin: true, room: 'rounds' });
  const ana = await join(server.url, await own.toJwt());
  await connect(page, server);
  await page.getByLabel('Identity').fill('ana.ruiz');
  await page.getByLabel('Room', { exact: true }).fill('rounds');
  await expect(page.getByText('ana.ruiz is in this room now')).toBeVisible();
  await page.getByRole('button', { name: 'Use another identity' }).click();
  await expect(page.getByLabel('Identity')).not.toHaveValue('ana.ruiz');
  await expect(page.getByText('ana.ruiz is in this room now')).toBeHidden();
  await ana.leave();
});

test('a hidden participant who would be counted is cured with one click', async ({ page }) => {
  await connect(page, server);
  await page.getByLabel('Room', { exact: true }).fill('quiet');
  await page.getByRole('switch', { name: /^Hidden/ }).check({ force: true });
  const cure = page.getByRole('button', { name: /Agent/ });
  await cure.click();
  await expect(page.getByRole('switch', { name: /^Agent/ })).toBeChecked();
});

test('what is granted often is kept as a preset and used again', async ({ page }) => {
  await connect(page, server);
  await page.getByText('Publisher', { exact: true }).click();
  await page.getByRole('button', { name: 'Save as preset…' }).click();
  await page.getByLabel('Name of the preset').fill('Night nurse');
  await page.getByRole('button', { name: 'Save preset' }).click();
  await page.getByText('Guest', { exact: true }).click();
  await page.getByText('Night nurse', { exact: true }).click();
  await expect(page.getByRole('switch', { name: /^Publish/ })).toBeChecked();
});

test('the same desk speaks Chinese', async ({ page }) => {
  await connect(page, server);
  await page.evaluate(() => window.api['preferences.change']({ language: 'zh-CN' }));
  await expect(page.getByRole('heading', { name: '令牌', level: 1 })).toBeVisible();
  await page.getByLabel('房间', { exact: true }).fill('病房-4');
  await page.getByRole('button', { name: '签发令牌' }).click();
  await expect(page.getByRole('textbox', { name: '令牌', exact: true })).toHaveValue(/^eyJ/);
});
