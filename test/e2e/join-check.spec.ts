import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

test('the connection check says step by step how the server is reached', async ({ page, violations }) => {
  test.setTimeout(360_000); // LiveKit's own checks take half a minute where nothing else runs
  await saveServer(page);
  await openPlace(page, 'join/check');
  await page.getByRole('button', { name: 'Run the check' }).click();
  const says = (step: string, what: RegExp) =>
    expect(page.getByRole('listitem', { name: step, exact: true }).locator('strong')).toHaveText(what, { timeout: 90_000 });
  await says('Signal', /^Signal: works/);
  await says('Media', /^Media: works/);
  await says('TURN', /^TURN: not there$/);
  await says('Reconnect', /^Reconnect: works/);
  await says('Microphone', /this computer has none$/);
  await says('UDP or TCP', /works/);
  await says('Region', /not there$/);
  await expect(page.getByText('Connected to server, version 1.13.5.')).toBeVisible();
  expect(violations).toEqual([]);
});
