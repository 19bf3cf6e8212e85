import { expect, test } from 'vitest';
import { type Counters, readStats, type StatsEntry } from '../../../../renderer/join/stats-model';

const names = new Map([
  ['cam', { sid: 'TR_cam', identity: 'me', source: 'camera' }],
  ['mic', { sid: 'TR_mic', identity: 'ann', source: 'microphone' }],
  ['far', { sid: 'TR_far', identity: 'ann', source: 'camera' }],
]);
const none: Counters = new Map();
const transport = (local: StatsEntry): StatsEntry[] => [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
  {
    id: 'P',
    type: 'candidate-pair',
    localCandidateId: 'L',
    remoteCandidateId: 'R',
    currentRoundTripTime: 0.031,
    availableOutgoingBitrate: 1e6,
  },
  { id: 'L', type: 'local-candidate', address: '10.4.1.20', port: 52_114, ...local },
  { id: 'R', type: 'remote-candidate', address: '203.0.113.9', port: 7882 },
];
const layer = (rid: string, timestamp: number, bytesSent: number, more: StatsEntry = {}): StatsEntry => ({
  id: `O${rid}`,
  type: 'outbound-rtp',
  kind: 'video',
  timestamp,
  bytesSent,
  mediaSourceId: 'S',
  codecId: 'C',
  active: true,
  qualityLimitationReason: 'none',
  ...more,
});
const source = { id: 'S', type: 'media-source', trackIdentifier: 'cam' };
const codec = { id: 'C', type: 'codec', mimeType: 'video/VP8' };
const inbound = (timestamp: number, more: StatsEntry): StatsEntry => ({
  id: 'I',
  type: 'inbound-rtp',
  kind: 'audio',
  timestamp,
  trackIdentifier: 'mic',
  ...more,
});

test('the layers of one picture are one track: their rates together, the size of the largest that is sent', () => {
  const first = readStats([[source, codec, layer('q', 1_000, 0), layer('h', 1_000, 0), layer('f', 1_000, 0)]], names, none);
  const { sample } = readStats(
    [
      [
        source,
        codec,
        layer('q', 3_000, 25_000, { frameWidth: 320, frameHeight: 180, framesPerSecond: 15 }),
        layer('h', 3_000, 100_000, {
          frameWidth: 640,
          frameHeight: 360,
          framesPerSecond: 30,
          framesSent: 60,
          qualityLimitationReason: 'bandwidth',
        }),
        layer('f', 3_000, 0, { frameWidth: 1280, frameHeight: 720, active: false }),
      ],
    ],
    names,
    first.counters,
  );
  expect(sample.tracks).toMatchObject([
    {
      sid: 'TR_cam',
      direction: 'sent',
      codec: 'VP8',
      bitrate: 500_000,
      layers: 2,
      width: 640,
      framesPerSecond: 30,
      frames: 60,
      limitation: 'bandwidth',
    },
  ]);
  expect(sample.sentBitrate).toBe(500_000);
});

test('loss is what was lost since the last look, not since the beginning', () => {
  const { counters } = readStats([[inbound(0, { bytesReceived: 0, packetsReceived: 1_000, packetsLost: 500 })]], names, none);
  const { sample } = readStats(
    [[inbound(1_000, { bytesReceived: 8_000, packetsReceived: 1_097, packetsLost: 503, jitter: 0.004 })]],
    names,
    counters,
  );
  expect(sample.tracks[0]).toMatchObject({ loss: 0.03, jitterMs: 4, bitrate: 64_000 });
  expect(sample.receivedLoss).toBe(0.03);
});

test('a counter that begins anew after a reconnect gives no rate rather than a wrong one', () => {
  const { counters } = readStats([[inbound(0, { bytesReceived: 900_000, packetsReceived: 9_000 })]], names, none);
  const { sample } = readStats([[inbound(1_000, { bytesReceived: 1_000, packetsReceived: 10 })]], names, counters);
  expect(sample.tracks[0]).toMatchObject({ bitrate: 0, loss: null });
});

test.each([
  ['udp', { protocol: 'udp', candidateType: 'host' }, { protocol: 'udp', relayed: false, localType: 'host' }],
  ['tcp', { protocol: 'tcp', candidateType: 'prflx' }, { protocol: 'tcp', relayed: false }],
  ['TURN over TLS', { protocol: 'udp', candidateType: 'relay', relayProtocol: 'tls' }, { protocol: 'tls', relayed: true }],
])('the pair says that it is %s', (_name, local, pair) => {
  const { sample } = readStats([transport(local)], names, none);
  expect(sample.pair).toMatchObject({ ...pair, local: '10.4.1.20:52114', remote: '203.0.113.9:7882' });
  expect(sample).toMatchObject({ rttMs: 31, availableOutgoing: 1_000_000 });
});

test('what the receiver says of a sent track is told with it, and what no track is known for is left out', () => {
  const heard = { id: 'H', type: 'remote-inbound-rtp', fractionLost: 0.25, jitter: 0.002, roundTripTime: 0.05 };
  const stranger = inbound(0, { trackIdentifier: 'nobody' });
  const { sample } = readStats([[source, layer('f', 0, 0, { remoteId: 'H' }), heard, stranger]], names, none);
  expect(sample.tracks).toMatchObject([{ loss: 0.25, jitterMs: 2, rttMs: 50 }]);
});
