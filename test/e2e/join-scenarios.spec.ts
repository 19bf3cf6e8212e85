import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { expect, test } from './fixture';
import { joinRoom } from './joined';

const server = testServer();

/** What one node can show. `leave-full-reconnect` does nothing on livekit-server 1.13.5, so the console does not offer it. */
const recovers = [
  'Signal reconnect',
  'Reconnect, first try fails',
  'Full reconnect',
  'Migrate to another node',
  'Signal lost while resuming',
  'Node failure',
  'Force TCP',
  'Speaker changes',
  'Narrow my download',
];

test('media flows again after each fault, and what cannot be shown is said', async ({ page }) => {
  test.setTimeout(300_000); // each fault takes seconds to be over, and ten times that where eight suites share two cores
  const room = `faults-${Date.now()}`;
  await joinRoom(page, room);
  const token = new AccessToken(server.apiKey, server.apiSecret, { identity: 'ann' });
  token.addGrant({ roomJoin: true, room });
  const person = await join(server.url, await token.toJwt());
  await person.publishMicrophone({ loud: true, constant: true });
  const statistics = page.getByRole('region', { name: 'Statistics', exact: true });
  await expect(statistics.getByRole('row', { name: /^ann.*opus/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Scenarios' }).click();
  const scenario = (name: string) => page.getByRole('listitem', { name, exact: true });
  for (const name of recovers) {
    await scenario(name).getByRole('button').click();
    await expect(scenario(name).getByRole('status')).toHaveText(
      /^(Media never stopped|Media flowed again after [\d.]+ s, stood still for [\d.]+ s)$/,
      {
        timeout: 60_000,
      },
    );
  }
  await scenario('Force TURN over TLS').getByRole('button').click();
  await expect(scenario('Force TURN over TLS').getByRole('status')).toHaveText('The server offers no TURN over TLS: not run');
  await page.getByRole('tab', { name: 'Statistics' }).click();
  await expect(statistics.getByText(/^tcp → /)).toBeVisible();

  await page.getByRole('tab', { name: 'Scenarios' }).click();
  await scenario('Server sends me away').getByRole('button').click();
  await expect(page.getByRole('alert').getByText('The server sent this session away.')).toBeVisible();
  await page.getByRole('button', { name: 'Join again' }).click();
  await expect(statistics.getByRole('row', { name: /^ann.*opus/ })).toBeVisible();
  await person.leave();
});
