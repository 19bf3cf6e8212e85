import { faults, lookAs, twoLooks } from './axe';
import { expect, test } from './fixture';
import { saveServerAndJoin } from './join-room';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });

test('axe finds nothing in a room that was joined, whichever view is beside it', async ({ page }) => {
  test.setTimeout(300_000); // seconds for each look where eight suites share two cores
  await saveServerAndJoin(page, 'looked-at');
  // The picture takes the time that axe needs.
  await page.getByRole('button', { name: 'Stop camera' }).click({ timeout: 60_000 });
  for (const look of twoLooks) {
    await lookAs(page, look);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      expect.soft(await faults(page), `${await tab.textContent()}, ${look.join(', ')}`).toEqual([]);
    }
    for (const opener of await page.getByRole('toolbar').locator('[aria-expanded]').all()) {
      await opener.click();
      await expect(opener).toHaveAttribute('aria-expanded', 'true');
      expect.soft(await faults(page), `${await opener.textContent()}, ${look.join(', ')}`).toEqual([]);
      await opener.click();
    }
  }
});
