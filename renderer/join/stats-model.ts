/** One entry of a browser's getStats report, whatever its type. */
export type StatsEntry = Record<string, unknown>;
/** What the browser knows a track by (MediaStreamTrack.id), and what people know it by. */
export type TrackName = { sid: string; identity: string; source: string };

/** One track at one moment. What the browser does not tell is null. */
export type TrackFigures = TrackName & {
  direction: 'sent' | 'received';
  kind: 'audio' | 'video';
  codec: string | null;
  /** bit/s over the time since the sample before. */
  bitrate: number;
  /** 0 to 1, since the sample before; of what is sent, as its receiver last said. */
  loss: number | null;
  jitterMs: number | null;
  rttMs: number | null;
  width: number | null;
  height: number | null;
  framesPerSecond: number | null;
  /** Frames sent or decoded since the track began. */
  frames: number | null;
  /** Why the picture is smaller than it could be (`cpu`, `bandwidth`, `other`); null: it is not. */
  limitation: string | null;
  /** Simulcast layers that are sent now. */
  layers: number | null;
};
/** The way the media takes: one pair of addresses. */
export type Pair = {
  protocol: 'udp' | 'tcp' | 'tls';
  /** Over a TURN server. */
  relayed: boolean;
  /** `host`, `srflx`, `prflx` or `relay`. */
  localType: string;
  local: string;
  remote: string;
};
/** `bitrate` in bit/s, `loss` 0 to 1. */
export type Sample = {
  /** Epoch in ms. */
  at: number;
  sentBitrate: number;
  receivedBitrate: number;
  receivedLoss: number | null;
  rttMs: number | null;
  /** What the browser believes it could send, in bit/s. */
  availableOutgoing: number | null;
  pair: Pair | null;
  tracks: TrackFigures[];
};
/** What grows from sample to sample, by the entry's id. */
export type Counters = ReadonlyMap<string, { at: number; bytes: number; packets: number; lost: number }>;

const number = (entry: StatsEntry | undefined, key: string): number | null => {
  const value = entry?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};
const text = (entry: StatsEntry | undefined, key: string): string => {
  const value = entry?.[key];
  return typeof value === 'string' ? value : '';
};
const milliseconds = (seconds: number | null) => (seconds === null ? null : seconds * 1000);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Reads one report per connection. Rates are over the time since `before`; an entry that was not there then has none yet, and one that
 * counts from zero again, after a reconnect, neither.
 */
export function readStats(
  reports: StatsEntry[][],
  names: ReadonlyMap<string, TrackName>,
  before: Counters,
): { sample: Sample; counters: Counters } {
  const counters = new Map<string, { at: number; bytes: number; packets: number; lost: number }>();
  const tracks = new Map<string, TrackFigures>();
  const entries = reports.flat();
  const byId = new Map(entries.map((entry) => [text(entry, 'id'), entry]));
  const received: Growth[] = [];
  for (const entry of entries) {
    const direction = { 'outbound-rtp': 'sent', 'inbound-rtp': 'received' }[text(entry, 'type')];
    if (direction !== 'sent' && direction !== 'received') continue;
    const name = names.get(text(direction === 'sent' ? byId.get(text(entry, 'mediaSourceId')) : entry, 'trackIdentifier'));
    if (!name) continue;
    const now = countersOf(entry, direction);
    counters.set(text(entry, 'id'), now);
    const since = growth(now, before.get(text(entry, 'id')));
    if (direction === 'received') received.push(since);
    const heard = direction === 'sent' ? byId.get(text(entry, 'remoteId')) : undefined;
    const one = figuresOf(entry, direction, name, { codec: byId.get(text(entry, 'codecId')), heard, since });
    const other = tracks.get(`${direction} ${name.sid}`);
    tracks.set(`${direction} ${name.sid}`, other ? together(other, one) : one);
  }
  const all = [...tracks.values()];
  const pair = chosenPair(entries, byId);
  const rate = (direction: 'sent' | 'received') => sum(all.filter((one) => one.direction === direction).map(({ bitrate }) => bitrate));
  return {
    counters,
    sample: {
      at: Date.now(),
      sentBitrate: rate('sent'),
      receivedBitrate: rate('received'),
      receivedLoss: lossOf(received),
      rttMs: milliseconds(number(pair, 'currentRoundTripTime')),
      availableOutgoing: number(pair, 'availableOutgoingBitrate'),
      pair: pair ? pairOf(pair, byId) : null,
      tracks: all,
    },
  };
}

function countersOf(entry: StatsEntry, direction: 'sent' | 'received') {
  const [bytes, packets] = direction === 'sent' ? ['bytesSent', 'packetsSent'] : ['bytesReceived', 'packetsReceived'];
  return {
    at: number(entry, 'timestamp') ?? 0,
    bytes: number(entry, bytes) ?? 0,
    packets: number(entry, packets) ?? 0,
    lost: number(entry, 'packetsLost') ?? 0,
  };
}

type Growth = { bitrate: number; packets: number; lost: number };
function growth(now: { at: number; bytes: number; packets: number; lost: number }, before: typeof now | undefined): Growth {
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  if (!before || seconds <= 0 || now.bytes < before.bytes) return { bitrate: 0, packets: 0, lost: 0 };
  return {
    bitrate: ((now.bytes - before.bytes) * 8) / seconds,
    packets: Math.max(0, now.packets - before.packets),
    // A packet that comes late is taken off the count again.
    lost: Math.max(0, now.lost - before.lost),
  };
}

function lossOf(growths: Growth[]): number | null {
  const lost = sum(growths.map((one) => one.lost));
  const all = lost + sum(growths.map(({ packets }) => packets));
  return all > 0 ? lost / all : null;
}

function figuresOf(
  entry: StatsEntry,
  direction: 'sent' | 'received',
  name: TrackName,
  { codec, heard, since }: { codec: StatsEntry | undefined; heard: StatsEntry | undefined; since: Growth },
): TrackFigures {
  const sent = direction === 'sent';
  const limitation = text(entry, 'qualityLimitationReason');
  const kind = text(entry, 'kind') === 'audio' ? 'audio' : 'video';
  const isActive = entry.active !== false && since.bitrate > 0;
  return {
    ...name,
    direction,
    kind,
    codec: text(codec, 'mimeType').replace(/^\w+\//, '') || null,
    bitrate: since.bitrate,
    loss: sent ? number(heard, 'fractionLost') : lossOf([since]),
    jitterMs: milliseconds(number(sent ? heard : entry, 'jitter')),
    rttMs: milliseconds(number(heard, 'roundTripTime')),
    width: number(entry, 'frameWidth'),
    height: number(entry, 'frameHeight'),
    framesPerSecond: number(entry, 'framesPerSecond') ?? (kind === 'video' ? 0 : null),
    frames: number(entry, sent ? 'framesSent' : 'framesDecoded'),
    limitation: limitation === 'none' ? null : limitation || null,
    layers: sent && kind === 'video' ? Number(isActive) : null,
  };
}

/** Layers of one picture: what they send together, and the picture of the largest that is sent. */
function together(one: TrackFigures, other: TrackFigures): TrackFigures {
  const size = ({ layers, height }: TrackFigures) => (layers ? (height ?? 0) : 0);
  const [large, small] = size(other) > size(one) ? [other, one] : [one, other];
  const worst = (a: number | null, b: number | null) => (a === null ? b : Math.max(a, b ?? 0));
  return {
    ...large,
    bitrate: one.bitrate + other.bitrate,
    layers: (one.layers ?? 0) + (other.layers ?? 0),
    loss: worst(large.loss, small.loss),
    jitterMs: large.jitterMs ?? small.jitterMs,
    rttMs: large.rttMs ?? small.rttMs,
    frames: worst(large.frames, small.frames),
    limitation: large.limitation ?? small.limitation,
  };
}

/** Of several connections the one that carries the most. */
function chosenPair(entries: StatsEntry[], byId: ReadonlyMap<string, StatsEntry>): StatsEntry | undefined {
  const chosen = entries
    .filter(({ type }) => type === 'transport')
    .map((transport) => byId.get(text(transport, 'selectedCandidatePairId')));
  // Firefox has no transports; it marks the pair.
  const marked = entries.filter((entry) => entry.type === 'candidate-pair' && entry.nominated === true && entry.state === 'succeeded');
  const carried = (pair: StatsEntry) => (number(pair, 'bytesSent') ?? 0) + (number(pair, 'bytesReceived') ?? 0);
  const pairs = chosen.filter((pair) => pair !== undefined);
  return (pairs.length > 0 ? pairs : marked).toSorted((a, b) => carried(b) - carried(a))[0];
}

function pairOf(pair: StatsEntry, byId: ReadonlyMap<string, StatsEntry>): Pair {
  const [local, remote] = [byId.get(text(pair, 'localCandidateId')), byId.get(text(pair, 'remoteCandidateId'))];
  const relayed = text(local, 'candidateType') === 'relay';
  const protocol = text(local, relayed ? 'relayProtocol' : 'protocol');
  // Browsers hide this computer's own address from a page that may not use a camera.
  const address = (candidate: StatsEntry | undefined) => {
    const host = text(candidate, 'address');
    return `${host.includes(':') ? `[${host}]` : host}:${number(candidate, 'port') ?? '?'}`;
  };
  return {
    protocol: protocol === 'tcp' || protocol === 'tls' ? protocol : 'udp',
    relayed,
    localType: text(local, 'candidateType'),
    local: address(local),
    remote: address(remote),
  };
}
