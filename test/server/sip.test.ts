import { RoomConfiguration, SIPMediaEncryption } from '@livekit/protocol';
import { dispose } from '@livekit/rtc-node';
import { AccessToken, SipClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initialValues } from '../../main/contract/form';
import { sipForms } from '../../main/contract/sip';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { hasRedis, type RunningRedis, startRedis } from '../setup/redis';
import { openMediaDesk } from './media-desk';

const inbound = {
  ...initialValues(sipForms.inbound),
  name: 'Berlin main line',
  numbers: '+49305550100\n+49305550101',
  auth_username: 'harbor-in',
  auth_password: 'trunk-password-1',
  headers_to_attributes: 'X-Case-Id = caseId',
  max_call_duration: '600',
};
const rule = {
  ...initialValues(sipForms.rule),
  name: 'Triage',
  rule_kind: 'direct',
  'rule.dispatch_rule_direct.room_name': 'triage-voice',
  'rule.dispatch_rule_direct.pin': '4711',
};

test('a server without Redis says so for SIP, too', async () => {
  const { call } = openMediaDesk(testServer());
  await expect(call('sip.list', {})).rejects.toMatchObject({ code: 'no-redis' });
});

describe.runIf(hasRedis)('with Redis', () => {
  let redis: RunningRedis;
  let server: RunningServer;
  let desk: ReturnType<typeof openMediaDesk>;
  let sip: SipClient;
  beforeAll(async () => {
    redis = await startRedis();
    server = await startLiveKitServer(`redis: {address: '${redis.address}'}`);
    desk = openMediaDesk(server);
    sip = new SipClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  }, 60_000);
  afterAll(async () => {
    await dispose();
    await server?.stop();
    await redis?.stop();
  });
  const itemOf = async (id: string) => (await desk.call('sip.list', {})).items.find((one) => one.id === id);

  test('the password of a trunk goes in and never comes back, neither in the list nor in the audit log', async () => {
    const {
      item: { id },
    } = await desk.call('sip.save', { kind: 'inbound', id: null, values: inbound });
    expect((await sip.listSipInboundTrunk())[0]?.authPassword).toBe('trunk-password-1');
    const list = await desk.call('sip.list', {});
    expect(list.items[0]).toMatchObject({ id, kind: 'inbound', kept: ['auth_password'] });
    expect(list.items[0]?.values).toMatchObject({ ...inbound, auth_password: '' });
    expect(JSON.stringify([list, await desk.lastEntry()])).not.toContain('trunk-password-1');
  });

  test('a change keeps the password and what the form does not show, and empties what was emptied', async () => {
    const [trunk] = (await desk.call('sip.list', {})).items;
    if (!trunk) throw new Error('no trunk');
    const values = { ...trunk.values, name: 'Berlin', numbers: '+49305550199', headers_to_attributes: '', max_call_duration: '' };
    await desk.call('sip.save', { kind: 'inbound', id: trunk.id, values });
    const [changed] = await sip.listSipInboundTrunk();
    expect(changed?.maxCallDuration).toBeUndefined();
    expect(changed).toMatchObject({
      name: 'Berlin',
      numbers: ['+49305550199'],
      authUsername: 'harbor-in',
      authPassword: 'trunk-password-1',
      headersToAttributes: {},
    });
    await desk.call('sip.save', { kind: 'inbound', id: trunk.id, values: { ...values, auth_password: 'trunk-password-2' } });
    expect((await sip.listSipInboundTrunk())[0]?.authPassword).toBe('trunk-password-2');
  });

  test('a trunk that must be encrypted stays so, by whatever field it was said', async () => {
    const required = { mediaEncryption: SIPMediaEncryption.SIP_MEDIA_ENCRYPT_REQUIRE };
    const { sipTrunkId: id } = await sip.createSipOutboundTrunk('Carrier S', 'sip.example', ['+4930666'], { transport: 0, ...required });
    const seen = await itemOf(id);
    expect(seen?.values).toMatchObject({ 'media.encryption': 'SIP_MEDIA_ENCRYPT_REQUIRE' });
    await desk.call('sip.save', { kind: 'outbound', id, values: { ...seen?.values, name: 'Carrier S2' } });
    const trunk = async () => (await sip.listSipOutboundTrunk()).find(({ sipTrunkId }) => sipTrunkId === id);
    expect(await trunk()).toMatchObject({ name: 'Carrier S2', ...required, media: { encryption: required.mediaEncryption } });
    await desk.call('sip.save', { kind: 'outbound', id, values: { ...seen?.values, 'media.encryption': 'unset' } });
    expect((await itemOf(id))?.values).toMatchObject({ 'media.encryption': 'unset' });
    expect((await trunk())?.mediaEncryption).toBe(SIPMediaEncryption.SIP_MEDIA_ENCRYPT_DISABLE);
    await desk.call('sip.delete', { kind: 'outbound', id });
  });

  test('the server’s own refusal is passed on in its words', async () => {
    await expect(
      desk.call('sip.save', { kind: 'inbound', id: null, values: { ...inbound, numbers: '+49305550199' } }),
    ).rejects.toMatchObject({
      code: 'server-refused',
      details: { answer: expect.stringContaining('Conflicting inbound SIP Trunks') },
    });
  });

  test('the agents of a rule’s calls are set, changed and taken away, and what the form does not show of the room stays', async () => {
    const metadata = '{\n  "language": "de"\n}';
    const roomConfig = new RoomConfiguration({ departureTimeout: 7, agents: [{ agentName: 'triage', metadata }] });
    const { sipDispatchRuleId: id } = await sip.createSipDispatchRule(
      { type: 'direct', roomName: 'desk', pin: '' },
      { name: 'Desk', roomConfig },
    );
    const seen = await itemOf(id);
    expect(seen?.values['room_config.agents']).toBe('triage = { "language": "de" }');
    const set = async (agents: string) => {
      await desk.call('sip.save', { kind: 'rule', id, values: { ...seen?.values, 'room_config.agents': agents } });
      return (await sip.listSipDispatchRule()).find(({ sipDispatchRuleId }) => sipDispatchRuleId === id)?.roomConfig;
    };
    expect(await set('triage = { "language": "de" }\nnotes')).toMatchObject({
      departureTimeout: 7,
      agents: [
        { agentName: 'triage', metadata },
        { agentName: 'notes', metadata: '' },
      ],
    });
    expect((await set('triage = {"language": "en"}'))?.agents).toMatchObject([{ agentName: 'triage', metadata: '{"language": "en"}' }]);
    expect((await set('triage'))?.agents).toMatchObject([{ agentName: 'triage', metadata: '' }]);
    expect(await set('')).toMatchObject({ departureTimeout: 7, agents: [] });
    await desk.call('sip.delete', { kind: 'rule', id });
  });

  test('a dispatch rule keeps its PIN over a change, and loses it with its kind', async () => {
    const {
      item: { id },
    } = await desk.call('sip.save', { kind: 'rule', id: null, values: rule });
    expect(await itemOf(id)).toMatchObject({
      values: { rule_kind: 'direct', 'rule.dispatch_rule_direct.pin': '' },
      kept: ['rule.dispatch_rule_direct.pin'],
    });
    const renamed = { ...rule, name: 'Triage 2', 'rule.dispatch_rule_direct.pin': '' };
    await desk.call('sip.save', { kind: 'rule', id, values: renamed });
    expect((await sip.listSipDispatchRule())[0]?.rule?.rule).toMatchObject({ case: 'dispatchRuleDirect', value: { pin: '4711' } });
    const other = { ...renamed, rule_kind: 'individual', 'rule.dispatch_rule_individual.room_prefix': 'call-' };
    await desk.call('sip.save', { kind: 'rule', id, values: other });
    expect((await sip.listSipDispatchRule())[0]?.rule?.rule).toMatchObject({
      case: 'dispatchRuleIndividual',
      value: { pin: '', roomPrefix: 'call-' },
    });
    await desk.call('sip.delete', { kind: 'rule', id });
    expect(await itemOf(id)).toBeUndefined();
  });

  test('what was changed or deleted since its form began is not overwritten', async () => {
    const first = (await desk.call('sip.save', { kind: 'rule', id: null, values: rule })).item;
    const { id } = first;
    const mine = { ...first.values, name: 'Mine' };
    const theirs = (await desk.call('sip.save', { kind: 'rule', id, values: { ...first.values, name: 'Theirs' }, before: first.values }))
      .item;
    expect(theirs).toEqual(await itemOf(id));
    await expect(desk.call('sip.save', { kind: 'rule', id, values: mine, before: first.values })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await itemOf(id))?.values.name).toBe('Theirs');
    await desk.call('sip.save', { kind: 'rule', id, values: mine, before: theirs.values });
    expect((await itemOf(id))?.values.name).toBe('Mine');
    await desk.call('sip.delete', { kind: 'rule', id });
    expect(await desk.lastEntry()).toMatchObject({ action: 'sip.delete', targets: [id], details: { name: 'Mine' } });
    await expect(desk.call('sip.save', { kind: 'rule', id, values: mine, before: theirs.values })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('a PIN and a password that are set are taken away where that is asked for, and only then', async () => {
    const { item: made } = await desk.call('sip.save', { kind: 'rule', id: null, values: rule });
    const pin = 'rule.dispatch_rule_direct.pin';
    const change = { kind: 'rule' as const, id: made.id, values: made.values };
    expect((await desk.call('sip.save', change)).item.kept).toEqual([pin]);
    expect((await desk.call('sip.save', { ...change, removed: [pin] })).item.kept).toEqual([]);
    expect((await sip.listSipDispatchRule())[0]?.rule?.rule).toMatchObject({ value: { pin: '', roomName: 'triage-voice' } });
    expect(await desk.lastEntry()).toMatchObject({ details: { removed: [pin] } });
    await desk.call('sip.delete', { kind: 'rule', id: made.id });
    const [trunk] = (await desk.call('sip.list', {})).items.filter(({ kind }) => kind === 'inbound');
    if (!trunk) throw new Error('no trunk');
    const { kept: _, ...whole } = trunk;
    await desk.call('sip.save', { ...whole, removed: ['auth_password'] });
    expect((await sip.listSipInboundTrunk())[0]).toMatchObject({ authUsername: 'harbor-in', authPassword: '' });
  });

  describe('a transfer', () => {
    const leg = { room_name: 'call-room', participant_identity: 'caller', transfer_to: 'tel:+4930555' };
    const values = { ...initialValues(sipForms.transfer), ...leg };
    const enter = async (attributes: Record<string, string>) => {
      const token = new AccessToken(server.apiKey, server.apiSecret, { identity: 'caller', attributes });
      token.addGrant({ roomJoin: true, room: 'call-room' });
      return join(server.url, await token.toJwt());
    };

    test('asks first where the profile asks, and says who is not there', async () => {
      const careful = openMediaDesk(server, { safety: 'confirm' });
      await expect(careful.call('sip.transfer', { values })).rejects.toMatchObject({ code: 'not-confirmed' });
      await expect(careful.call('sip.transfer', { values, confirmed: true })).rejects.toMatchObject({ code: 'participant-absent' });
      expect(await careful.lastEntry()).toMatchObject({
        action: 'sip.transfer',
        room: 'call-room',
        targets: ['caller'],
        outcome: 'failed',
      });
    });

    test('of somebody who came by no call is refused in the server’s words', async () => {
      const room = await enter({});
      await expect(desk.call('sip.transfer', { values })).rejects.toMatchObject({
        code: 'server-refused',
        details: { answer: expect.stringContaining('no SIP session associated with participant') },
      });
      await room.leave();
    });

    test('of a caller without a worker says that a worker is missing', async () => {
      const room = await enter({ 'sip.callID': 'SCL_1' });
      await expect(desk.call('sip.transfer', { values })).rejects.toMatchObject({ code: 'no-worker' });
      await room.leave();
    }, 60_000);
  });

  test('a call without a worker says so, and one over an absent trunk that it is gone', async () => {
    const trunk = { ...initialValues(sipForms.outbound), name: 'Carrier', address: 'sip.example', numbers: '+4930555' };
    const {
      item: { id },
    } = await desk.call('sip.save', { kind: 'outbound', id: null, values: trunk });
    const values = { ...initialValues(sipForms.call), sip_trunk_id: id, sip_call_to: '+4930777', room_name: 'call-room', dtmf: '4711#' };
    await expect(desk.call('sip.call', { values })).rejects.toMatchObject({ code: 'no-worker' });
    expect(await desk.lastEntry()).toMatchObject({ action: 'sip.call', room: 'call-room', targets: ['+4930777'], outcome: 'failed' });
    expect(JSON.stringify(await desk.lastEntry())).not.toContain('4711');
    await expect(desk.call('sip.call', { values: { ...values, sip_trunk_id: 'ST_none' } })).rejects.toMatchObject({ code: 'not-found' });
    const careful = openMediaDesk(server, { safety: 'confirm' });
    await expect(careful.call('sip.delete', { kind: 'outbound', id })).rejects.toMatchObject({ code: 'not-confirmed' });
    await careful.call('sip.delete', { kind: 'outbound', id, confirmed: true });
    expect(await itemOf(id)).toBeUndefined();
  }, 20_000);
});
