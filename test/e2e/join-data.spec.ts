import { RoomEvent } from '@livekit/rtc-node';
import { AccessToken } from 'livekit-server-sdk';
import { openPlace } from './console-page';
import { expect, test } from './live-test';

test('what is said is written down, and messages, calls and attributes go both ways', async ({ page, live, violations }, { testId }) => {
  const room = `room/${testId}`;
  const ada = await live.joins({ identity: 'ada', grant: { canUpdateOwnMetadata: true } });
  const { localParticipant } = ada.room;
  if (!localParticipant) throw new Error('ada is not connected');
  const heard: string[] = [];
  ada.room.on(RoomEvent.DataReceived, (payload, from, _kind, topic) =>
    heard.push(`${from?.identity} ${topic} ${new TextDecoder().decode(payload)}`),
  );
  localParticipant.registerRpcMethod('greet', async ({ payload, callerIdentity }) => `hello ${payload} of ${callerIdentity}`);

  await openPlace(page, 'join');
  const token = new AccessToken(live.server.apiKey, live.server.apiSecret, { identity: 'qa' });
  token.addGrant({ roomJoin: true, room, canUpdateOwnMetadata: true });
  await page.getByText('Token or join link', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Token or join link' }).fill(await token.toJwt());
  await page.getByRole('button', { name: /^Join room/ }).click();
  await page.getByRole('region', { name: 'Stage' }).waitFor();
  await page.getByRole('tab', { name: 'Data' }).click();
  const form = (name: string) => page.getByRole('form', { name });
  const lines = page.getByRole('list', { name: 'Messages and calls' });

  const said = await localParticipant.streamText({
    topic: 'lk.transcription',
    attributes: { 'lk.segment_id': 'one', 'lk.transcription_final': 'true' },
  });
  await said.write('The patient is');
  await said.write(' asleep.');
  await said.close();
  await expect(page.getByRole('list', { name: 'What was said' })).toContainText('ada The patient is asleep.');

  await localParticipant.publishData(new TextEncoder().encode('{"pulse":61}'), { reliable: true, topic: 'vitals' });
  await expect(lines.getByRole('listitem').filter({ hasText: 'vitals' })).toContainText(/ada\s*{"pulse":61}/);
  await form('Send a message').getByLabel('Topic').fill('orders');
  await form('Send a message').getByLabel('Content').fill('rest');
  await form('Send a message').getByRole('button', { name: 'Send message' }).click();
  await expect.poll(() => heard).toEqual(['qa orders rest']);

  await form('Call a method (RPC)').getByLabel('Identity').fill('ada');
  await form('Call a method (RPC)').getByLabel('Method').fill('greet');
  await form('Call a method (RPC)').getByLabel('Content').fill('Bob');
  await form('Call a method (RPC)').getByRole('button', { name: 'Call' }).click();
  await expect(form('Call a method (RPC)').getByRole('status')).toHaveText('hello Bob of qa');
  await form('Answer a method').getByLabel('Method').fill('how-are-you');
  await form('Answer a method').getByLabel('Reply').fill('fine');
  await form('Answer a method').getByRole('button').click();
  await expect(form('Answer a method')).toContainText('Answered: how-are-you');
  expect(await localParticipant.performRpc({ destinationIdentity: 'qa', method: 'how-are-you', payload: 'now' })).toBe('fine');
  await expect(lines.getByRole('listitem').filter({ hasText: 'how-are-you' })).toContainText(/ada\s*now/);

  await localParticipant.setAttributes({ role: 'nurse' });
  await expect(form('Attributes')).toContainText('ada · role');
  await form('Attributes').getByLabel('Name').fill('ward');
  await form('Attributes').getByLabel('Value').fill('7');
  await form('Attributes').getByRole('button', { name: 'Set on myself' }).click();
  await expect.poll(async () => (await live.person('qa')).attributes).toEqual({ ward: '7' });
  await expect(form('Attributes')).toContainText('qa · ward');
  expect(violations).toEqual([]);
});
