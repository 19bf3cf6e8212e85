import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stay, statisticsCsv, statisticsJson } from '../../../../renderer/join/stats-export';
import type { TrackFigures } from '../../../../renderer/join/stats-model';

const track = (identity: string): TrackFigures => ({
  sid: 'TR_1',
  identity,
  source: 'camera',
  direction: 'received',
  kind: 'video',
  codec: 'VP8',
  bitrate: 1_234_567.891_23,
  loss: 0.012_345_6,
  jitterMs: 4,
  rttMs: null,
  width: 1280,
  height: 720,
  framesPerSecond: 30,
  frames: 900,
  limitation: null,
  layers: null,
});
const stay = (identity: string): Stay => ({
  room: 'r',
  identity: 'me',
  server: { version: '1.13.5', node: 'ND_1', region: '' },
  moments: [{ at: 0, what: 'reconnected', detail: '' }],
  timeline: [
    { name: 'asked', at: 0 },
    { name: 'firstFrame', at: 812.4 },
  ],
  scenarios: [{ at: 2_000, name: 'full-reconnect', outcome: { state: 'stopped-and-flowed', gapMs: 640, backAfterMs: 900 } }],
  samples: [
    {
      at: 1_000,
      sentBitrate: 0,
      receivedBitrate: 1,
      receivedLoss: 0,
      rttMs: 1,
      availableOutgoing: null,
      pair: { protocol: 'udp', relayed: false, localType: 'host', local: ':1', remote: '127.0.0.1:7882' },
      tracks: [track(identity)],
    },
  ],
});

test('whatever a stranger calls themselves, a spreadsheet reads a text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@x', '\t=1', 'a,"b"\r\nc')), (identity) => {
      const rows: Record<string, string>[] = parse(statisticsCsv(stay(identity)), { columns: true });
      expect(rows).toHaveLength(1);
      const told = rows[0]?.participant ?? '';
      expect(told).not.toMatch(/^[=+\-@\t\r]/);
      expect(told.replace(/^'/, '')).toBe(identity.replace(/^'/, ''));
    }),
  );
});

test('the files hold the figures with their time, and say nothing where nothing is known', () => {
  expect(statisticsCsv(stay('ann')).split('\r\n')[1]).toBe(
    '1970-01-01T00:00:01.000Z,ann,camera,TR_1,received,video,VP8,1234567.8912,0.0123,4,,1280,720,30,900,,,udp,false,127.0.0.1:7882',
  );
  expect(JSON.parse(statisticsJson(stay('ann')))).toMatchObject({
    room: 'r',
    server: { node: 'ND_1' },
    moments: [{ at: '1970-01-01T00:00:00.000Z', what: 'reconnected' }],
    samples: [{ at: '1970-01-01T00:00:01.000Z', tracks: [{ identity: 'ann', rttMs: null }] }],
  });
});

test('how the join went and what the scenarios did go into the file', () => {
  expect(JSON.parse(statisticsJson(stay('ann')))).toMatchObject({
    timeline: [
      { step: 'asked', afterMs: 0 },
      { step: 'firstFrame', afterMs: 812 },
    ],
    scenarios: [{ at: '1970-01-01T00:00:02.000Z', name: 'full-reconnect', outcome: { state: 'stopped-and-flowed', gapMs: 640 } }],
  });
});
