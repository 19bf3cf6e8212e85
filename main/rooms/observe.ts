import { randomBytes, randomUUID } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import type { Handlers } from '../application';
import { type Act, allDone } from '../audit/audit';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { needsReason, policyOf } from '../desk/safety';
import { fingerprint } from '../fingerprint';
import { createClients } from '../livekit/clients';
import { checkRooms } from './list';
import { observerPrefix } from './shape';

const tokenSeconds = 10 * 60;
/** Long enough to hear who is screaming; the panel says so. */
const peekSeconds = 30;

type Calls = 'rooms.observe' | 'rooms.peek' | 'rooms.endPeek';

export function createObservers({ profiles, audit, look }: Desk): { handlers: Pick<Handlers, Calls>; close: () => void } {
  const peeks = new Map<string, (how: string) => void>();
  const watching = (profileId: string, what: 'observe' | 'peek') => {
    const profile = profiles.get(profileId);
    const { watching: allowed } = policyOf(profile);
    if (!allowed.observe || !allowed[what]) throw new Refusal('watching-off', `The policy does not allow to ${what}`);
    return { allowed, profile: { id: profile.id, name: profile.name } };
  };

  return {
    handlers: {
      async 'rooms.observe'({ profileId, room }) {
        const { allowed, profile } = watching(profileId, 'observe');
        // A join would put a dead node's room on a living one, where the people it lists look alive and are not.
        const [health] = await look(profileId, (clients) => checkRooms(clients, [room]));
        if (health?.state === 'ghost') throw new Refusal('dead-node', 'The room’s node does not answer');
        const identity = observerPrefix + randomBytes(4).toString('hex');
        const what: Act = { action: 'rooms.observe', profile, room, targets: [room], reason: '', details: { identity } };
        const { value } = await audit.act(what, () =>
          profiles.withCredentials(profileId, async (credentials) => {
            // A join would create the room.
            const [there] = await createClients(credentials).rooms.listRooms([room]);
            if (!there) throw new Refusal('room-absent', 'No such room');
            const grant = new AccessToken(credentials.apiKey, credentials.apiSecret, { identity, name: 'Roomkeeper', ttl: tokenSeconds });
            // Hidden alone would take a seat and keep the room open; with `agent` it does neither.
            grant.addGrant({
              roomJoin: true,
              room,
              hidden: true,
              agent: true,
              canPublish: false,
              canPublishData: false,
              canSubscribe: allowed.levels || allowed.peek,
            });
            const token = await grant.toJwt();
            const expiresAt = new Date(Date.now() + tokenSeconds * 1_000).toISOString();
            const { levels, peek } = allowed;
            const value = { url: credentials.serverUrl, token, identity, expiresAt, levels, peek };
            return { value, outcome: { ...allDone, details: { fingerprint: fingerprint(token), expiresAt } } };
          }),
        );
        return value;
      },
      async 'rooms.peek'({ profileId, room, identity, trackSid, reason }) {
        const { profile } = watching(profileId, 'peek');
        needsReason(profiles.get(profileId), reason);
        const peekId = randomUUID();
        const begun = Promise.withResolvers<void>();
        const ended = Promise.withResolvers<string>();
        const what: Act = { action: 'rooms.peek', profile, room, targets: [identity], reason, details: { trackSid } };
        const written = audit.act(what, async () => {
          begun.resolve();
          const [from, how] = [performance.now(), await ended.promise];
          const seconds = Math.round((performance.now() - from) / 1_000);
          return { value: null, outcome: { ...allDone, details: { seconds, how } } };
        });
        await Promise.race([begun.promise, written]);
        const timer = setTimeout(() => peeks.get(peekId)?.('time'), peekSeconds * 1_000);
        peeks.set(peekId, (how) => {
          clearTimeout(timer);
          peeks.delete(peekId);
          ended.resolve(how);
        });
        return { peekId, seconds: peekSeconds };
      },
      async 'rooms.endPeek'({ peekId }) {
        peeks.get(peekId)?.('ended');
        return {};
      },
    },
    close() {
      for (const end of [...peeks.values()]) end('closed');
    },
  };
}
