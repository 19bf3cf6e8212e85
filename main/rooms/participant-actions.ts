import { DataPacket_Kind } from 'livekit-server-sdk';
import type { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import type { moveRequest } from '../contract/participants';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import { listPeople } from './list';
import { forEachTarget, outcomeOf, reportOf, type Target } from './targets';

/** Looked for before a call that would take 3 s to say that they are not there. */
async function mustBeThere(clients: Clients, room: string, identity: string) {
  const person = (await listPeople(clients, room)).find((one) => one.identity === identity);
  if (!person) throw new Refusal('participant-absent', 'Not in the room');
  return person;
}

export async function removeOne({ rooms }: Clients, { room, identity }: Target) {
  try {
    await rooms.removeParticipant(room, identity);
    return { status: 'done' } as const;
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'participant-absent' || error.code === 'room-absent'))
      return { status: 'already', answer: error.details.answer ?? '' } as const;
    throw error;
  }
}

type Calls =
  | 'participants.update'
  | 'participants.setSubscription'
  | 'participants.sendData'
  | 'participants.move'
  | 'participants.forward'
  | 'participants.remove';

export function createParticipantActions({ act }: Desk): Pick<Handlers, Calls> {
  const done = (room: string, identity: string, auditNo: number) =>
    reportOf([{ room, identity, trackSid: '', status: 'done', code: '', answer: '' }], auditNo);

  async function toRoom(verb: 'move' | 'forward', { room, identity, destinationRoom, ...given }: z.output<typeof moveRequest>) {
    if (destinationRoom === room)
      throw new Refusal('invalid-input', 'The same room', { issues: [{ path: 'destinationRoom', code: 'not-allowed' }] });
    const action = `participants.${verb}` as const;
    const what = { action, room, targets: [identity], details: { destinationRoom }, danger: dangerous };
    const { auditNo } = await act(given, what, async (clients) => {
      await mustBeThere(clients, room, identity);
      await (verb === 'move'
        ? clients.rooms.moveParticipant(room, identity, destinationRoom)
        : clients.rooms.forwardParticipant(room, identity, destinationRoom));
      return { value: null, outcome: allDone };
    });
    return done(room, identity, auditNo);
  }

  return {
    async 'participants.update'({ profileId, confirmed, typedCount, reason, room, identity, ...change }) {
      const given = { profileId, confirmed, typedCount, reason };
      const what = { action: 'participants.update', room, targets: [identity], details: change, danger: harmless } as const;
      const { auditNo } = await act(given, what, async ({ rooms }) => {
        await rooms.updateParticipant(room, identity, change);
        return { value: null, outcome: allDone };
      });
      return done(room, identity, auditNo);
    },
    async 'participants.setSubscription'({ room, identity, trackSids, subscribe, ...given }) {
      const details = { trackSids, subscribe };
      const what = { action: 'participants.setSubscription', room, targets: [identity], details, danger: harmless } as const;
      const { value, auditNo } = await act(given, what, async (clients) => {
        const people = await listPeople(clients, room);
        if (!people.some((one) => one.identity === identity)) throw new Refusal('participant-absent', 'Not in the room');
        const published = new Set(people.flatMap(({ tracks }) => tracks.map(({ sid }) => sid)));
        const there = trackSids.filter((sid) => published.has(sid));
        if (there.length > 0) await clients.rooms.updateSubscriptions(room, identity, there, subscribe);
        const results = trackSids.map((trackSid) => {
          const status = published.has(trackSid) ? ('done' as const) : ('stale-track' as const);
          return { room, identity, trackSid, status, code: status === 'done' ? '' : status, answer: '' };
        });
        return { value: results, outcome: outcomeOf(results) };
      });
      return reportOf(value, auditNo);
    },
    async 'participants.sendData'({ room, identities, topic, text, reliable, ...given }) {
      const details = { topic, reliable, bytes: Buffer.byteLength(text) };
      const targets = identities.length > 0 ? identities : [room];
      const what = { action: 'participants.sendData', room, targets, details, danger: harmless } as const;
      const { value, auditNo } = await act(given, what, async ({ rooms, ...clients }) => {
        const people = (await listPeople({ rooms, ...clients }, room)).filter(({ observer }) => !observer);
        const present = new Set(people.map(({ identity }) => identity));
        const reached = identities.length > 0 ? identities.filter((one) => present.has(one)) : [...present];
        const absent = identities.filter((one) => !present.has(one));
        // The server takes data for nobody with 200; with no identity left over it would go to everyone.
        if (reached.length === 0)
          return { value: { reached: 0, absent }, outcome: { outcome: 'failed', code: 'participant-absent', results: [] } };
        const kind = reliable ? DataPacket_Kind.RELIABLE : DataPacket_Kind.LOSSY;
        await rooms.sendData(room, new TextEncoder().encode(text), kind, {
          topic,
          ...(identities.length > 0 ? { destinationIdentities: reached } : {}),
        });
        return { value: { reached: reached.length, absent }, outcome: { ...allDone, details: { reached: reached.length, absent } } };
      });
      return { ...value, auditNo };
    },
    'participants.move': (request) => toRoom('move', request),
    'participants.forward': (request) => toRoom('forward', request),
    async 'participants.remove'({ room, identities, everyone, ...given }) {
      const danger = { dangerous: true, typed: everyone ? identities.length : null };
      const what = { action: 'participants.remove', room, targets: identities, details: { everyone }, danger } as const;
      const { value, auditNo } = await act(given, what, async (clients) => {
        const came = everyone ? (await listPeople(clients, room)).filter(({ observer }) => !observer).map(({ identity }) => identity) : [];
        const targets = [...new Set([...identities, ...came])].map((identity) => ({ room, identity, trackSid: '' }));
        const results = await forEachTarget(targets, (target) => removeOne(clients, target));
        return { value: results, outcome: outcomeOf(results) };
      });
      return reportOf(value, auditNo);
    },
  };
}
