import { redact } from '../redact';

/** Names under which livekit-server puts passwords and keys into events: turnPassword, streamKey, those of an upload to whichever cloud. */
const secretName = /passw|passphrase|secret|token|credential|(stream|access|account|private|api)_?key|authorization/i;
const [deepest, longestExcerpt] = [40, 2_000];

/**
 * What is shown and kept of a value: without secrets, and bounded in depth. Its texts are whole (a room's metadata has up to 512 KiB), since
 * an event may be replayed from it; how long they are together is bounded by what is received, and by what is kept.
 */
function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      secretName.test(key) && item && item !== true ? '[hidden]' : withoutSecrets(item, depth + 1),
    ]),
  );
}

/** The text at a path of names, or nothing; JSON of strangers. */
function textAt(value: unknown, ...names: string[]): string {
  const found = names.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined),
    value,
  );
  return typeof found === 'string' ? found.slice(0, 256) : '';
}

const rooms = [
  ['room', 'name'],
  ['egressInfo', 'roomName'],
  ['ingressInfo', 'roomName'],
  ['job', 'room', 'name'],
];
const subjects = [
  ['participant', 'identity'],
  ['egressInfo', 'egressId'],
  ['ingressInfo', 'ingressId'],
  ['job', 'agentName'],
  ['job', 'id'],
  ['track', 'sid'],
];
const firstOf = (event: unknown, paths: string[][]) => paths.map((names) => textAt(event, ...names)).find((text) => text !== '') ?? '';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a body says, of whatever event, known or not; `isEvent` false: it is no JSON object, and `body` is its beginning. */
export function readEvent(body: Buffer) {
  const text = body.toString();
  const event = parse(text);
  const isEvent = typeof event === 'object' && event !== null && !Array.isArray(event);
  if (!isEvent) return { isEvent, event: '', eventId: '', room: '', about: '', body: redact(text.slice(0, longestExcerpt)) };
  return {
    isEvent,
    event: textAt(event, 'event'),
    eventId: textAt(event, 'id'),
    room: firstOf(event, rooms),
    about: firstOf(event, subjects),
    body: JSON.stringify(withoutSecrets(event)),
  };
}
export type ReadEvent = ReturnType<typeof readEvent>;
