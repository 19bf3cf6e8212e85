import { randomUUID } from 'node:crypto';
import type { Emit, Handlers } from '../application';
import { allDone } from '../audit/audit';
import { Refusal } from '../contract/result';
import type { Watch } from '../contract/watch';
import type { Desk } from '../desk/desk';
import { dangerous } from '../desk/safety';
import { listPeople } from './list';
import { removeOne } from './participant-actions';
import { forEachTarget, outcomeOf } from './targets';
import { isUnwanted } from './watch-rule';

/** Lists are eventually consistent with Redis, and polling faster tells nothing new. */
const everyMs = 2_000;
const mostRecent = 20;

type Calls = 'watch.list' | 'watch.add' | 'watch.stop' | 'watch.look';

/** Bans and gates: they act while the console runs and end with it, since the server itself knows neither. */
export function createWatches({ act, audit, look, profiles }: Desk, emit: Emit): { handlers: Pick<Handlers, Calls>; close: () => void } {
  const watches = new Map<string, Watch>();
  const looking = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const list = () => [...watches.values()];

  async function removeUnwanted(watch: Watch) {
    const { profileId, room, rule, reason, operator } = watch;
    const people = await look(profileId, (clients) => listPeople(clients, room));
    const unwanted = people.filter((person) => isUnwanted(person, rule)).map(({ identity }) => ({ room, identity, trackSid: '' }));
    if (unwanted.length === 0) return;
    const what = {
      action: 'participants.remove',
      room,
      targets: unwanted.map(({ identity }) => identity),
      actor: 'watch',
      operator,
      details: { rule: rule.kind },
      danger: dangerous,
    } as const;
    // Confirmed when the rule was made; a profile that has become read-only since still stops it.
    const { value } = await act({ profileId, reason, confirmed: true, typedCount: null }, what, async (clients) => {
      const results = await forEachTarget(unwanted, (target) => removeOne(clients, target));
      return { value: results, outcome: outcomeOf(results) };
    });
    const at = new Date().toISOString();
    watch.removals += value.filter(({ status }) => status === 'done').length;
    watch.recent = [...value.map(({ identity, status }) => ({ identity, at, status })), ...watch.recent].slice(0, mostRecent);
  }

  async function turn(watch: Watch) {
    if (looking.has(watch.id)) return;
    looking.add(watch.id);
    const before = JSON.stringify([watch.removals, watch.recent[0], watch.problem]);
    try {
      await removeUnwanted(watch);
      watch.problem = null;
    } catch (error) {
      watch.problem = error instanceof Refusal ? error.code : 'internal';
    } finally {
      looking.delete(watch.id);
      watch.lookedAt = new Date().toISOString();
    }
    if (before !== JSON.stringify([watch.removals, watch.recent[0], watch.problem])) emit('watch.changed', list());
  }
  const turnAll = () => {
    for (const watch of watches.values()) void turn(watch);
  };

  return {
    handlers: {
      'watch.list': async () => list(),
      async 'watch.add'({ room, rule, ...given }) {
        const targets = rule.kind === 'ban' ? [rule.text] : [room];
        const what = { action: 'watch.add', room, targets, details: { rule }, danger: dangerous } as const;
        const { value } = await act(given, what, async () => {
          const watch: Watch = {
            id: randomUUID(),
            profileId: given.profileId,
            room,
            rule,
            reason: given.reason,
            operator: audit.operator(),
            startedAt: new Date().toISOString(),
            lookedAt: null,
            removals: 0,
            recent: [],
            problem: null,
          };
          watches.set(watch.id, watch);
          return { value: watch, outcome: allDone };
        });
        timer ??= setInterval(turnAll, everyMs);
        emit('watch.changed', list());
        await turn(value);
        return value;
      },
      async 'watch.stop'({ id }) {
        const watch = watches.get(id);
        if (!watch) throw new Refusal('not-found', 'No such watch');
        const { id: profileId, name } = profiles.get(watch.profileId);
        const details = { rule: watch.rule, removals: watch.removals };
        // Stopping must always be possible: it does no harm, and a rule that cannot be ended would.
        watches.delete(id);
        if (watches.size === 0) timer = void clearInterval(timer);
        emit('watch.changed', list());
        const act = { action: 'watch.stop', profile: { id: profileId, name }, room: watch.room, targets: [], reason: '', details };
        await audit.act(act, async () => ({ value: null, outcome: allDone }));
        return {};
      },
      async 'watch.look'({ profileId, room }) {
        await Promise.all(
          list()
            .filter((watch) => watch.profileId === profileId && watch.room === room)
            .map(turn),
        );
        return {};
      },
    },
    close() {
      clearInterval(timer);
      watches.clear();
    },
  };
}
