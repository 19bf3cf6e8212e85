import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RoomCommand, roomCommand } from '../../../../main/contract/room-commands';
import { commandTexts } from '../../../../main/rooms/commands';

const serverUrl = 'wss://rtc.harbor.example/livekit';
const texts = (command: RoomCommand) => commandTexts(serverUrl, command);

test('a mute reads as lk and as curl, with the path of the server and without a secret', () => {
  const { lk, curl } = texts({ action: 'mute-track', room: 'grand rounds', identity: 'guest-81c3', trackSid: 'TR_AM', muted: true });
  expect(lk).toBe(
    "LIVEKIT_URL=wss://rtc.harbor.example/livekit lk room mute-track --room 'grand rounds' --identity guest-81c3 --mute -- TR_AM",
  );
  expect(curl).toContain('https://rtc.harbor.example/livekit/twirp/livekit.RoomService/MutePublishedTrack');
  expect(curl).toContain(`'{"room":"grand rounds","identity":"guest-81c3","track_sid":"TR_AM","muted":true}'`);
  expect(curl).toContain("$(lk token create --admin --room 'grand rounds' --valid-for 5m --token-only)");
});

test('what lk cannot do is left out instead of half done', () => {
  const of = { room: 'a', identity: 'b' };
  expect(texts({ action: 'rpc', ...of, method: 'm', payload: '' }).lk).toBeNull();
  expect(texts({ action: 'update', ...of, attributes: { a: 'b' } }).lk).toBeNull();
  expect(texts({ action: 'send-data', room: 'a', identities: [], topic: '', text: 'hi', reliable: false }).lk).toBeNull();
  const limited = roomCommand.parse({ action: 'create-room', room: 'a', config: { maxParticipants: 3 } });
  expect(texts(limited).lk).toBeNull();
  expect(texts(limited).curl).toContain('"max_participants":3');
});

test('permissions are spelled as lk reads them, all of them', () => {
  const permission = {
    canSubscribe: true,
    canPublish: true,
    canPublishData: false,
    canPublishSources: ['camera' as const],
    canUpdateMetadata: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
    hidden: false,
    recorder: false,
    agent: false,
  };
  const { lk } = texts({ action: 'update', room: 'a', identity: 'b', permission });
  expect(lk).toContain('"can_publish_sources":["CAMERA"]');
  expect(lk).toContain('"can_publish_data":false');
});

test('a shell takes any name for what it is', () => {
  const hostile = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
  // printf stands in for lk: it shows the arguments as they arrive.
  const shown = (command: string) =>
    execFileSync('sh', ['-c', `lk() { printf '%s\\0' "$@"; }; ${command}`], { encoding: 'utf8' }).split('\0');
  fc.assert(
    fc.property(hostile, hostile, (room, identity) => {
      const { lk } = texts({ action: 'remove', room, identity });
      expect(shown(lk ?? '')).toEqual(['room', 'participants', 'remove', '--room', room, '--', identity, '']);
    }),
    { numRuns: 25 },
  );
  expect(shown(texts({ action: 'close-room', room: "$(touch x) '; rm -rf /" }).lk ?? '')).toContain("$(touch x) '; rm -rf /");
});

test('whatever names and texts are, a shell hands them to curl as they are, and nothing of theirs runs', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\0'));
  const ofOne = { room: text, identity: text };
  const command: fc.Arbitrary<RoomCommand> = fc.oneof(
    fc.record({ action: fc.constant('close-room' as const), room: text }),
    fc.record({ action: fc.constant('set-room-metadata' as const), room: text, metadata: text }),
    fc.record({ action: fc.constant('mute-track' as const), ...ofOne, trackSid: text, muted: fc.boolean() }),
    fc.record({ action: fc.constant('update' as const), ...ofOne, name: text, metadata: text, attributes: fc.dictionary(text, text) }),
    fc.record({ action: fc.constant('move' as const), ...ofOne, destinationRoom: text }),
    fc.record({ action: fc.constant('rpc' as const), ...ofOne, method: text, payload: text }),
  );
  // Stand-ins that show what they are given; lk hands out a token.
  const stands = `lk() { printf 'a token'; }; curl() { printf '%s\\0' "$@"; }`;
  fc.assert(
    fc.property(command, (one) => {
      const shown = execFileSync('sh', ['-c', `${stands}; ${texts(one).curl}`], { encoding: 'utf8' }).split('\0');
      expect(shown.slice(0, 1).concat(shown.slice(2, 7))).toEqual([
        '-sS',
        '-H',
        'Authorization: Bearer a token',
        '-H',
        'Content-Type: application/json',
        '-d',
      ]);
      expect(shown.length).toBe(9);
      expect(JSON.parse(shown[7] ?? '')).toMatchObject('room' in one ? { room: one.room } : {});
    }),
    { numRuns: 40 },
  );
});
