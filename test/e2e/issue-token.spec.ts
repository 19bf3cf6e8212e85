import { testServer } from '../setup/livekit-server';
import { expect, test } from './fixture';

test('an operator connects a server, issues a token and gets a join link', async ({ page, violations }) => {
  const server = testServer();
  await page.getByLabel('Server address').fill(server.url);
  await page.getByLabel('API key').fill(server.apiKey);
  await page.getByLabel('API secret').fill(server.apiSecret);
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByLabel('Identity').fill('ada');
  await page.getByRole('textbox', { name: 'Room' }).fill('first-room');
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(/^eyJ/);
  await expect(page.getByRole('textbox', { name: 'Join link' })).toHaveValue(/liveKitUrl=/);
  expect(violations).toEqual([]);
});
