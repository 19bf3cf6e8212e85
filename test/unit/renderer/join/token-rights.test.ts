import { expect, test } from 'vitest';
import { claimedRights, shownRights } from '../../../../renderer/join/token-rights';

const join = { roomJoin: true, room: 'ward' };

test('what a token does not name is read as livekit-server reads it', () => {
  const claimed = claimedRights({ video: join });
  expect(claimed.join).toEqual({ holds: true, by: 'roomJoin', value: 'true' });
  for (const right of ['subscribe', 'camera', 'screen_share_audio', 'data'] as const)
    expect(claimed[right]).toMatchObject({ holds: true, value: null });
  for (const right of ['updateSelf', 'hidden', 'roomAdmin', 'roomList', 'sipAdmin'] as const) expect(claimed[right].holds).toBe(false);
});

test('sources allow what they list, and nothing where publishing is off', () => {
  const listed = claimedRights({ video: { ...join, canPublishSources: ['microphone'] } });
  expect(listed.microphone).toEqual({ holds: true, by: 'canPublishSources', value: 'microphone' });
  expect(listed.camera.holds).toBe(false);
  const off = claimedRights({ video: { ...join, canPublish: false, canPublishSources: ['microphone'] } });
  expect(off.microphone).toEqual({ holds: false, by: 'canPublish', value: 'false' });
  expect(off.data).toEqual({ holds: false, by: 'canPublish', value: 'false' });
  expect(claimedRights({ video: { ...join, canPublish: false, canPublishData: true } }).data.holds).toBe(true);
});

test('a right that needs a room and names none is none', () => {
  expect(claimedRights({ video: { roomJoin: true, roomAdmin: true } })).toMatchObject({
    join: { holds: false, by: 'room' },
    roomAdmin: { holds: false, by: 'room' },
  });
});

test('claims of the wrong kind give nothing', () => {
  const claimed = claimedRights({ video: { roomJoin: 'true', room: 5, canPublishSources: 'camera', roomList: 1 }, sip: 'x', exp: 'soon' });
  expect(claimed).toMatchObject({
    join: { holds: false },
    roomList: { holds: false },
    sipAdmin: { holds: false },
    expiry: { value: null },
  });
});

test('what cannot be tried is named only where a token has it', () => {
  expect(shownRights(claimedRights({ video: join }), 'server')).not.toContain('sipCall');
  expect(shownRights(claimedRights({ video: join, sip: { call: true } }), 'server')).toContain('sipCall');
});
