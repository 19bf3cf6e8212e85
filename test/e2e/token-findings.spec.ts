import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('an identity that is in the room is warned of, and another one is a click away', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.identity.fill('ana.ruiz');
  await desk.room.fill('cardiology');
  await desk.issue.click();
  const ana = await join(testServer().url, await desk.token.inputValue());
  await desk.button('Issue another').click();
  await desk.displayName.fill('Dr. Ana Ruiz'); // asks anew
  await expect(desk.preview.getByText('ana.ruiz is in this room now')).toBeVisible();
  await desk.button('Use another identity').click();
  await expect(desk.identity).toHaveValue(/^ana\.ruiz-[0-9a-f]{8}$/);
  await expect(desk.preview.getByText('is in this room now')).toBeHidden();
  await ana.leave();
});

test('hidden without agent is found, and cured in the form and in the claims', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('cardiology');
  await desk.grant(/^Hidden/).click();
  await expect(desk.preview.getByText('Hidden, but counted')).toBeVisible();
  await desk.button('Switch Agent on').click();
  await expect(desk.grant(/^Agent/)).toBeChecked();
  await expect(desk.preview.getByText('Hidden, but counted')).toBeHidden();
  await expect(desk.preview.getByRole('region', { name: 'Claims' })).toContainText('"agent": true');
});

test('a server that does not answer is said beside the form, which works on', async ({ page }) => {
  const desk = await openTokenDesk(page, { serverUrl: 'ws://127.0.0.1:9' });
  await desk.room.fill('cardiology');
  await expect(desk.preview.getByText('The server could not be asked about this room')).toBeVisible();
  await desk.issue.click();
  await expect(desk.token).toHaveValue(/^eyJ/);
});

test('tags of the room and all of an agent’s dispatch go into the token', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('cardiology');
  await desk.button('Room settings').click();
  await desk.button('Add tag').click();
  await page.getByRole('textbox', { name: 'Tag', exact: true }).fill('floor');
  await page.getByLabel('Value of the tag').fill('3');
  await desk.button('Call an agent').click();
  await page.getByLabel('Agent name').fill('scribe');
  await page.getByLabel('Deployment deployment').fill('staging');
  await desk.grant(/^Do not restart it after a failure/).click();
  await desk.button('Add to the agent').click();
  await page.getByLabel('Attribute of the agent').fill('voice');
  await page.getByLabel('Value of the agent’s attribute').fill('calm');
  const claims = desk.preview.getByRole('region', { name: 'Claims' });
  for (const said of ['"floor": "3"', '"deployment":"staging"', '"restartPolicy":"JRP_NEVER"', '"attributes":{"voice":"calm"}']) {
    await expect(claims).toContainText(said);
  }
});
