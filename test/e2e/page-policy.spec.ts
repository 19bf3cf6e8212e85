import { openPlace } from './console-page';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('a script that is put into the page does not run, however it comes, and the page reports it', async ({ page }) => {
  await page.getByLabel('Server address').waitFor();
  const found = await page.evaluate(async () => {
    const reported = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => reported.add(effectiveDirective));
    const attack = `document.documentElement.dataset.attacked = 'yes'`;
    // In a task of the page's own: what is evaluated for a debugger is under no policy.
    const attempt = (act: () => unknown) =>
      new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            act();
            resolve('no error');
          } catch (error) {
            resolve(error instanceof Error ? error.name : String(error));
          }
        }),
      );
    const script = document.createElement('script');
    const button = document.createElement('button');
    const results = {
      eval: await attempt(() => Reflect.apply(Reflect.get(window, 'eval'), window, [attack])),
      timer: await attempt(() => Reflect.apply(window.setTimeout, window, [attack, 0])),
      markup: await attempt(() => {
        button.innerHTML = `<img src="data:," onerror="${attack}">`;
      }),
      inline: await attempt(() => {
        script.append(document.createTextNode(attack));
        document.head.append(script);
      }),
      handler: await attempt(() => {
        button.setAttribute('onclick', attack);
        document.body.append(button);
        button.click();
      }),
      elsewhere: await attempt(() => {
        document.createElement('script').src = 'https://evil.example/attack.js';
      }),
    };
    // No script, so that Trusted Types have no say: what the policy does not name is stopped as well. By then what was put off has had its turn.
    const stopped = new Promise<void>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => effectiveDirective === 'img-src' && resolve()),
    );
    new Image().src = 'https://evil.example/seen.png';
    await stopped;
    button.remove();
    return { results, reported: [...reported].sort(), attacked: document.documentElement.dataset.attacked ?? 'no' };
  });
  expect(found.attacked).toBe('no');
  expect(found.results).toMatchObject({ eval: 'EvalError', timer: 'TypeError', markup: 'TypeError', elsewhere: 'TypeError' });
  expect(found.reported).toEqual(['img-src', 'require-trusted-types-for']);
});

test('nothing that the console itself does is against its policy', async ({ page, violations }) => {
  await page.getByLabel('Server address').waitFor();
  await page.evaluate(() => {
    const kept: string[] = [];
    Reflect.set(window, 'keptViolations', kept);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      kept.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
  const desk = await openTokenDesk(page);
  await desk.identity.fill('ada');
  await desk.room.fill('first-room');
  await desk.issue.click();
  await expect(desk.joinLink).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const place of ['Rooms', 'People', 'Join', 'Recording & media', 'Services', 'Audit', 'Settings']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
  }
  await openPlace(page, 'settings/about');
  await expect(page.getByRole('heading', { name: /^Roomkeeper / })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'keptViolations'))).toEqual([]);
  expect(violations).toEqual([]);
});
