import { randomBytes } from 'node:crypto';

const id = (prefix: string) => `${prefix}${randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')}`;

/** What an event of each kind carries beside its room. */
const contents: Record<string, (room: { sid: string; name: string }) => object> = {
  room: () => ({}),
  participant: () => ({ participant: { sid: id('PA_'), identity: 'test-participant', name: 'Test participant', state: 'ACTIVE' } }),
  track: () => ({
    participant: { sid: id('PA_'), identity: 'test-participant' },
    track: { sid: id('TR_'), name: 'microphone', source: 'MICROPHONE', mimeType: 'audio/opus' },
  }),
  egress: ({ sid, name }) => ({ egressInfo: { egressId: id('EG_'), roomId: sid, roomName: name, status: 'EGRESS_ACTIVE' } }),
  ingress: ({ name }) => ({ ingressInfo: { ingressId: id('IN_'), name: 'test-ingress', roomName: name, state: {} } }),
  agent: (room) => ({ job: { id: id('AJ_'), type: 'JT_ROOM', room, agentName: 'test-agent', state: {} } }),
};

/**
 * An invented event as livekit-server writes one: camel case, defaults left out, 64-bit numbers as texts, on one line. One of a name that is
 * not LiveKit's has a room. `more`: JSON whose fields win over the invented ones.
 */
export function testEvent(event: string, roomName: string, now: Date, more = ''): { id: string; body: Buffer } {
  const seconds = String(Math.floor(now.getTime() / 1000));
  const room = { sid: id('RM_'), name: roomName };
  const [kind = 'room'] = event.split('_');
  const given: { id?: unknown } = more === '' ? {} : JSON.parse(more);
  const eventId = typeof given.id === 'string' ? given.id : id('EV_');
  const ofRoom =
    kind === 'room' || kind === 'participant' ? { ...room, emptyTimeout: 300, departureTimeout: 20, creationTime: seconds } : room;
  const hasRoom = kind === 'room' || kind === 'participant' || kind === 'track' || !(kind in contents);
  const written = { event, ...(hasRoom && { room: ofRoom }), ...contents[kind]?.(room), id: eventId, createdAt: seconds, ...given };
  return { id: eventId, body: Buffer.from(JSON.stringify(written)) };
}
