import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { test as base, expect } from './fixture';
import { saveServerAndJoin } from './join-room';

/** The console waits a minute for media; the rest is for a computer that has much else to do. */
const timeout = 90_000;
base.setTimeout(360_000); // a fault takes seconds to be over, and ten times that where eight suites share two cores

type Stage = {
  /** In the statistics, which are open after joining. */
  hearsAnn: () => Promise<void>;
  openScenarios: () => Promise<void>;
  ask: (scenario: string) => Promise<void>;
  says: (scenario: string, result: string | RegExp) => Promise<void>;
};
/** A room with ann, who is heard without a pause; its scenarios are open. */
const test = base.extend<{ stage: Stage }>({
  stage: async ({ page }, use, { testId }) => {
    const { url, apiKey, apiSecret } = testServer();
    const room = `faults-${testId}-${Date.now()}`;
    await saveServerAndJoin(page, room);
    const token = new AccessToken(apiKey, apiSecret, { identity: 'ann' });
    token.addGrant({ roomJoin: true, room });
    const ann = await join(url, await token.toJwt());
    await ann.publishMicrophone({ loud: true, constant: true });
    const statistics = page.getByRole('region', { name: 'Statistics', exact: true });
    const scenario = (name: string) => page.getByRole('listitem', { name, exact: true });
    const stage: Stage = {
      hearsAnn: () => expect(statistics.getByRole('row', { name: /^ann.*opus/ })).toBeVisible({ timeout }),
      openScenarios: () => page.getByRole('tab', { name: 'Scenarios' }).click(),
      ask: (name) => scenario(name).getByRole('button').click(),
      says: (name, result) => expect(scenario(name).getByRole('status')).toHaveText(result, { timeout }),
    };
    await stage.hearsAnn();
    await stage.openScenarios();
    await use(stage);
    await ann.leave();
  },
});

const flowed = /^(Media never stopped|Media flowed again after [\d.]+ s, stood still for [\d.]+ s)$/;

/** What one node can show. `leave-full-reconnect` does nothing on livekit-server 1.13.5, so the console does not offer it. */
for (const [what, scenarios] of Object.entries({
  'the signal is lost': ['Signal reconnect', 'Reconnect, first try fails', 'Signal lost while resuming'],
  'the connection is made anew': ['Full reconnect', 'Migrate to another node', 'Node failure'],
  'the server changes what it sends': ['Speaker changes', 'Narrow my download'],
})) {
  test(`media flows again after each fault in which ${what}`, async ({ stage }) => {
    for (const scenario of scenarios) {
      await stage.ask(scenario);
      await stage.says(scenario, flowed);
    }
  });
}

test('media flows again over TCP, and a way that the server does not offer is said to be none', async ({ page, stage }) => {
  await stage.ask('Force TCP');
  await stage.says('Force TCP', flowed);
  await stage.ask('Force TURN over TLS');
  await stage.says('Force TURN over TLS', 'The server offers no TURN over TLS: not run');
  await page.getByRole('tab', { name: 'Statistics' }).click();
  await expect(page.getByRole('region', { name: 'Statistics', exact: true }).getByText(/^tcp → /)).toBeVisible();
});

test('whom the server sent away can join again, and media flows', async ({ page, stage }) => {
  await stage.ask('Server sends me away');
  await expect(page.getByRole('alert').getByText('The server sent this session away.')).toBeVisible();
  await page.getByRole('button', { name: 'Join again' }).click();
  await stage.hearsAnn();
});
