import { EgressInfo } from 'livekit-server-sdk';
import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import type { Input } from '../contract';
import type { Egress } from '../contract/egress';
import { egressForms, egressRequestOf } from '../contract/egress-forms';
import { type Form, type FormValues, isShown } from '../contract/form';
import { Refusal } from '../contract/result';
import { storageKinds } from '../contract/storages';
import type { Desk } from '../desk/desk';
import { checkSafety, dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import { log } from '../log';
import type { Storages } from '../profiles/storages';
import { nameOf } from './egress-again';
import { egressOf } from './egress-shape';
import type { EgressTimers } from './egress-timers';
import { auditable, checkedRequest } from './request';

/** The server gives up after 21 to 24 s where no worker answers: we wait for its own words. */
const startSeconds = 30;
export const recorder = { video: { roomRecord: true } };
export const infoOf = (answer: unknown): Egress => egressOf(EgressInfo.fromJson(z.json().parse(answer), { ignoreUnknownFields: true }));

/** A page's address without what follows its path, which may be a token. */
const pageOf = (url: string) => (URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : '');

/** The id of a kept storage, or null: the worker's own, one that is typed, none at all. */
function keptIdOf(form: Form, values: FormValues): string | null {
  const field = form.fields.find(({ path }) => path === 'storage_kind');
  const { storage_kind: chosen = 'worker' } = values;
  if (!field || !isShown(form, field, values) || ['worker', ...storageKinds].some((one) => one === chosen)) return null;
  return String(chosen);
}

/** What was asked for, as the list would show it. */
const shownAs = (method: string, room: unknown, request: object) =>
  egressOf(EgressInfo.fromJson(z.json().parse({ roomName: room, [nameOf(method)]: request }), { ignoreUnknownFields: true }));

/** After a timeout it may run all the same: it is taken for the one that is new in the list, and shown alike. Null: none is, or several. */
async function lateOf({ egress }: Clients, before: ReadonlySet<string>, asked: Egress): Promise<Egress | null> {
  const alike = (await egress.listEgress({ active: true }))
    .filter(({ egressId }) => !before.has(egressId))
    .map(egressOf)
    .filter(({ what, room, of }) => what === asked.what && room === asked.room && of === asked.of);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** Starts recordings and streams: the one act of the console that asks a worker and can be cancelled meanwhile. */
export function createEgressStart(
  { desk, storages, timers }: { desk: Desk; storages: Storages; timers: Pick<EgressTimers, 'set'> },
  seconds = startSeconds,
): Pick<Handlers, 'egress.start' | 'egress.cancelStart'> {
  const { act, audit, profiles } = desk;
  const starts = new Map<string, AbortController>();

  async function start(clients: Clients, { profileId, method, values }: Input<'egress.start'>, signal: AbortSignal) {
    const form = egressForms[method];
    const keptId = keptIdOf(form, values);
    const request = egressRequestOf(form, keptId === null ? values : { ...values, ...(await storages.read(profileId, keptId)) });
    // Without Redis the list says so at once; the start itself says so after 24 s, and in the words of a missing worker.
    const before = new Set((await clients.egress.listEgress({ active: true })).map(({ egressId }) => egressId));
    signal.throwIfAborted();
    try {
      return { egress: infoOf(await clients.call('Egress', `Start${method}Egress`, request, recorder, seconds, signal)), late: false };
    } catch (error) {
      if (signal.aborted || !(error instanceof Refusal) || error.code !== 'timeout') throw error;
      const egress = await lateOf(clients, before, shownAs(method, request.room_name ?? '', request));
      if (!egress) throw error;
      return { egress, late: true };
    }
  }

  /** Answers when, or null where that cannot be kept: the egress runs all the same. */
  function stopLater({ profileId, reason }: Pick<Input<'egress.start'>, 'profileId' | 'reason'>, { id, room }: Egress, after: number) {
    const at = Date.now() + after * 1_000;
    try {
      timers.set({ profileId, egressId: id, room, at, failed: null, operator: audit.operator(), reason });
      return at;
    } catch (error) {
      log.warn('egress: its timer cannot be kept', error);
      return null;
    }
  }

  /** From the first moment on: the keychain, which is read before anything is sent, may keep one waiting with a prompt. */
  async function cancellable<T>(startId: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    starts.set(startId, controller);
    try {
      return await run(controller.signal);
    } finally {
      starts.delete(startId);
    }
  }

  return {
    async 'egress.start'(input) {
      const { method, values, startId, stopAfterSeconds, ...given } = input;
      checkedRequest(egressForms[method], values);
      if (stopAfterSeconds !== null) checkSafety(profiles.get(given.profileId), { ...given, confirmed: true }, dangerous);
      const room = method === 'Web' ? '' : String(values.room_name).trim();
      const keptId = keptIdOf(egressForms[method], values);
      const storage = keptId !== null && { storage: storages.get(given.profileId, keptId).name };
      const details = {
        method,
        ...auditable(egressForms[method], values),
        ...storage,
        ...(stopAfterSeconds !== null && { stopAfterSeconds }),
      };
      const targets = [room || pageOf(String(values.url))].filter(Boolean);
      const what = { action: 'egress.start', room, targets, details, danger: harmless } as const;
      const { value, auditNo } = await cancellable(startId, (signal) =>
        act(given, what, async (clients) => {
          const { egress, late } = await start(clients, input, signal).catch((error: unknown) => {
            throw signal.aborted ? new Refusal('cancelled', 'the start of an egress was cancelled') : error;
          });
          const details = { id: egress.id, state: egress.state, ...(late && { late }) };
          return { value: { egress, late }, outcome: { ...allDone, details } };
        }),
      );
      return { ...value, auditNo, stopsAt: stopAfterSeconds === null ? null : stopLater(given, value.egress, stopAfterSeconds) };
    },
    async 'egress.cancelStart'({ startId }) {
      starts.get(startId)?.abort();
      return {};
    },
  };
}
