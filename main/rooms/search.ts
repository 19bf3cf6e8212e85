import type { Emit, Handlers } from '../application';
import type { Participant } from '../contract/participants';
import { Refusal } from '../contract/result';
import type { PersonFound } from '../contract/rooms';
import type { Desk } from '../desk/desk';
import type { Clients } from '../livekit/clients';
import { checkRooms, listPeople } from './list';
import { pooled } from './pool';

const width = 16;
const mostHits = 2_000;
const progressMs = 100;

type Field = PersonFound['matches'][number]['field'];

/** Where the text stands, whatever its case. An attribute matches by its value; `key=value` by both. */
export function matchPerson({ identity, name, attributes }: Participant, text: string, fields: readonly Field[]): PersonFound['matches'] {
  const wanted = text.toLowerCase();
  const has = (value: string) => value.toLowerCase().includes(wanted);
  const plain = [
    ...(fields.includes('identity') && has(identity) ? [{ field: 'identity' as const, key: '' }] : []),
    ...(fields.includes('name') && has(name) ? [{ field: 'name' as const, key: '' }] : []),
  ];
  if (!fields.includes('attribute')) return plain;
  const found = Object.entries(attributes).filter(([key, value]) => has(value) || has(`${key}=${value}`));
  return [...plain, ...found.map(([key]) => ({ field: 'attribute' as const, key }))];
}

export function createSearch(
  { look }: Desk,
  emit: Emit,
): { handlers: Pick<Handlers, 'people.search' | 'people.cancel'>; close: () => void } {
  const running = new Map<string, AbortController>();

  async function search(clients: Clients, request: { searchId: string; text: string; fields: Field[] }, { signal }: AbortController) {
    const { searchId, text, fields } = request;
    const started = performance.now();
    const names = (await clients.rooms.listRooms())
      // The fullest first: that is where people are sooner found. The figures are seconds old, so no room is left out.
      .sort((a, b) => b.numParticipants - a.numParticipants)
      .map(({ name }) => name);
    const unanswered: { room: string; code: string }[] = [];
    let [read, found, fresh] = [0, 0, [] as PersonFound[]];
    const tell = () => {
      emit('people.found', { searchId, rooms: names.length, read, found, hits: fresh });
      fresh = [];
    };
    const timer = setInterval(tell, progressMs);

    /** Hits of a dead node look like any other: told again, as ghosts, once its silence of 3 s is over. */
    async function checkGhosts(room: string, hits: PersonFound[]) {
      const [health] = await checkRooms(clients, [room]);
      if (health?.state !== 'ghost') return;
      unanswered.push({ room, code: 'dead-node' });
      fresh.push(...hits.map((hit) => ({ ...hit, ghost: true })));
    }
    const checks: Promise<void>[] = [];

    async function readRoom(room: string) {
      if (signal.aborted || found >= mostHits) return;
      try {
        const people = await listPeople(clients, room);
        const hits = people.flatMap((participant) => {
          const matches = participant.observer ? [] : matchPerson(participant, text, fields);
          return matches.length > 0 ? [{ room, roomParticipants: people.length, participant, matches, ghost: false }] : [];
        });
        found += hits.length;
        fresh.push(...hits);
        if (hits.length > 0) checks.push(checkGhosts(room, hits));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        unanswered.push({ room, code: error.code });
      }
      read += 1;
    }

    try {
      await pooled(names, width, readRoom);
      await Promise.allSettled(checks);
    } finally {
      clearInterval(timer);
      tell();
    }
    const ms = Math.round(performance.now() - started);
    return { rooms: names.length, read, found, ms, cancelled: signal.aborted, capped: found >= mostHits, unanswered };
  }

  return {
    handlers: {
      async 'people.search'({ profileId, ...request }) {
        const abort = new AbortController();
        running.get(request.searchId)?.abort();
        running.set(request.searchId, abort);
        try {
          return await look(profileId, (clients) => search(clients, request, abort));
        } finally {
          if (running.get(request.searchId) === abort) running.delete(request.searchId);
        }
      },
      async 'people.cancel'({ searchId }) {
        running.get(searchId)?.abort();
        return {};
      },
    },
    close() {
      for (const abort of running.values()) abort.abort();
    },
  };
}
