import type { Emit, Handlers } from '../application';
import { type Act, allDone } from '../audit/audit';
import type { Input } from '../contract';
import { type Egress, isRunning } from '../contract/egress';
import type { KeptTimer } from '../contract/egress-timer';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { checkSafety, dangerous, harmless } from '../desk/safety';
import type { SettingsStore } from '../settings/settings';
import { egressOf } from './egress-shape';
import { createEgressTimers, type EgressTimers } from './egress-timers';

type One = Pick<KeptTimer, 'profileId' | 'egressId'>;
type Calls = 'egress.stop' | 'egress.setTimer' | 'egress.removeTimer';

/** It works and is not yet told to end. */
const isStoppable = (egress: Egress) => isRunning(egress) && egress.state !== 'ending';

/** The room of an egress, for the log, where an id alone says nothing once it is gone; empty where it is unknown. */
export const roomOf = ({ look }: Desk, profileId: string, egressId: string): Promise<string> =>
  look(profileId, ({ egress }) => egress.listEgress({ egressId })).then(
    ([info]) => info?.roomName ?? '',
    () => '',
  );

/** Stops an egress, now or in time: both by the same way, safety level and audit log included. */
export function createEgressStop({ desk, settings, emit }: { desk: Desk; settings: SettingsStore; emit: Emit }): {
  handlers: Pick<Handlers, Calls>;
  timers: EgressTimers;
} {
  const hasEnded = ({ profileId, egressId }: One): Promise<boolean> =>
    desk
      .look(profileId, ({ egress }) => egress.listEgress({ egressId }))
      .then(
        ([info]) => !info || !isStoppable(egressOf(info)),
        // One that the server has forgotten ended long ago; where it does not answer nobody knows.
        (error: unknown) => error instanceof Refusal && error.code === 'not-found',
      );

  async function stop({ egressId, ...given }: Input<'egress.stop'>, room: string, by: Pick<Act, 'actor' | 'operator'> = {}) {
    const what = { action: 'egress.stop', room, targets: [egressId], danger: dangerous, ...by } as const;
    return desk.act(given, what, async ({ egress }) => {
      const stopped = egressOf(await egress.stopEgress(egressId));
      return { value: stopped, outcome: { ...allDone, details: { state: stopped.state } } };
    });
  }

  const timers = createEgressTimers({
    settings,
    async stop({ profileId, egressId, room, operator, reason }) {
      const one = { profileId, egressId };
      if (!settings.get('profiles').some(({ id }) => id === profileId) || (await hasEnded(one))) return;
      // Confirmed when the time was set; a profile that has become read-only since still refuses.
      const given = { ...one, reason, confirmed: true, typedCount: null };
      await stop(given, room, { actor: 'timer', operator }).catch(async (error: unknown) => {
        // It may have ended by itself in this very moment.
        if (!(await hasEnded(one))) throw error;
      });
    },
    onFailed: ({ profileId, egressId, room, failed }) =>
      emit('egress.timerFailed', { profileId, egressId, room, code: failed ?? 'internal' }),
  });

  return {
    timers,
    handlers: {
      async 'egress.stop'(input) {
        const { value, auditNo } = await stop(input, await roomOf(desk, input.profileId, input.egressId));
        timers.remove(input);
        return { egress: value, auditNo };
      },
      async 'egress.setTimer'({ egressId, seconds, ...given }) {
        const at = Date.now() + seconds * 1_000;
        const room = await roomOf(desk, given.profileId, egressId);
        const details = { at: new Date(at).toISOString() };
        const what = { action: 'egress.setTimer', room, targets: [egressId], details, danger: dangerous } as const;
        await desk.act(given, what, async ({ egress }) => {
          const [info] = await egress.listEgress({ egressId });
          if (!info || !isStoppable(egressOf(info))) throw new Refusal('not-found', 'It has ended');
          const { profileId, reason } = given;
          timers.set({ profileId, egressId, room: info.roomName, at, failed: null, operator: desk.audit.operator(), reason });
          return { value: null, outcome: allDone };
        });
        return {};
      },
      async 'egress.removeTimer'({ egressId, ...given }) {
        const { id, name } = desk.profiles.get(given.profileId);
        const timer = timers.of({ profileId: id, egressId });
        if (!timer) throw new Refusal('not-found', 'It has no timer');
        checkSafety(desk.profiles.get(id), given, harmless);
        const details = { at: new Date(timer.at).toISOString() };
        const { room } = timer;
        const act = { action: 'egress.removeTimer', profile: { id, name }, room, targets: [egressId], reason: given.reason, details };
        await desk.audit.act(act, async () => {
          timers.remove(timer);
          return { value: null, outcome: allDone };
        });
        return {};
      },
    },
  };
}
