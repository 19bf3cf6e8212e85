import type { Handlers } from '../application';
import { trackSources } from '../contract/grants';
import { type Guard, isDone, type TargetResult } from '../contract/guard';
import type { CallName } from '../contract/names';
import type { Permission, Undo } from '../contract/participants';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { type Danger, dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import { listPeople } from './list';
import { muteTracks } from './mute';
import { permissionOf, samePermission, serverPermission } from './shape';
import { forEachTarget, outcomeOf, reportOf } from './targets';

type Source = Permission['canPublishSources'][number];
type Change = { identity: string; before: Permission; now: Permission };

/** No sources means all of them, so taking the last one away is taking `canPublish`. */
export function withoutSources(permission: Permission, sources: readonly Source[]): Permission {
  if (!permission.canPublish) return permission;
  const had = permission.canPublishSources.length > 0 ? permission.canPublishSources : [...trackSources];
  const left = had.filter((source) => !sources.includes(source));
  if (left.length === had.length) return permission;
  return left.length > 0 ? { ...permission, canPublishSources: left } : { ...permission, canPublish: false, canPublishSources: [] };
}

export function withSources(permission: Permission, sources: readonly Source[]): Permission {
  if (permission.canPublish && permission.canPublishSources.length === 0) return permission;
  const had = permission.canPublish ? permission.canPublishSources : [];
  const all = trackSources.filter((source) => had.includes(source) || sources.includes(source));
  return { ...permission, canPublish: true, canPublishSources: all.length === trackSources.length ? [] : all };
}

/**
 * Reads, changes and writes all fields, since the server replaces the whole. It has no compare-and-set: a change that someone else
 * makes between the read and the write (milliseconds) is lost.
 */
async function changeMany(clients: Clients, room: string, identities: string[], change: (now: Permission, identity: string) => Permission) {
  const people = new Map((await listPeople(clients, room)).map((person) => [person.identity, person]));
  const changes: Change[] = [];
  const results = await forEachTarget(
    identities.map((identity) => ({ room, identity, trackSid: '' })),
    async ({ identity }) => {
      const before = people.get(identity)?.permission;
      if (!before) return { status: 'absent', code: 'participant-absent' };
      const now = change(before, identity);
      if (samePermission(before, now)) return { status: 'already' };
      const answer = await clients.rooms.updateParticipant(room, identity, { permission: serverPermission(now) });
      const found = permissionOf(answer.permission);
      if (!samePermission(found, now)) return { status: 'refused', code: 'server-refused', answer: `200 ${JSON.stringify(found)}` };
      changes.push({ identity, before, now });
      return { status: 'done' };
    },
  );
  return { results, changes };
}

const undoOf = (changes: Change[]): Undo | null => (changes.length > 0 ? { kind: 'permission', changes } : null);

/** The one failure of an action that has one target. */
export function onlyResult(results: TargetResult[]): void {
  const [bad] = results.filter((result) => !isDone(result));
  if (!bad) return;
  const code = bad.status === 'absent' ? 'participant-absent' : bad.status === 'dead-node' ? 'dead-node' : 'server-refused';
  throw new Refusal(bad.status === 'conflict' ? 'conflict' : code, `${bad.status}: ${bad.code}`, { answer: bad.answer });
}

type Calls = 'participants.hardMute' | 'participants.restore' | 'participants.setPermission' | 'participants.undo';

export function createPermissions({ act }: Desk): Pick<Handlers, Calls> {
  type Sources = Guard & { profileId: string; room: string; identities: string[]; sources: Source[] };
  async function changeSources(action: CallName, danger: Danger, change: typeof withSources, request: Sources) {
    const { room, identities, sources, ...given } = request;
    const what = { action, room, targets: identities, details: { sources }, danger };
    const { value, auditNo } = await act(given, what, async (clients) => {
      const changed = await changeMany(clients, room, identities, (permission) => change(permission, sources));
      return { value: changed, outcome: outcomeOf(changed.results) };
    });
    return reportOf(value.results, auditNo, undoOf(value.changes));
  }

  /** Writes where what was left behind is still so. */
  function writeBack(clients: Clients, room: string, changes: Change[]) {
    const byIdentity = new Map(changes.map((change) => [change.identity, change]));
    return changeMany(clients, room, [...byIdentity.keys()], (found, identity) => {
      const change = byIdentity.get(identity);
      if (!change || !samePermission(found, change.before))
        throw new Refusal('conflict', 'The permissions were changed meanwhile', { answer: JSON.stringify(found) });
      return change.now;
    });
  }

  return {
    'participants.hardMute': (request) => changeSources('participants.hardMute', dangerous, withoutSources, request),
    'participants.restore': (request) => changeSources('participants.restore', harmless, withSources, request),
    async 'participants.setPermission'({ room, identity, before, permission, ...given }) {
      for (const fixed of ['hidden', 'recorder', 'agent'] as const) {
        // The server stores these and what they then do is not defined: they are set at the join.
        if (permission[fixed] === before[fixed]) continue;
        throw new Refusal('invalid-input', `${fixed} cannot be changed`, {
          issues: [{ path: `permission.${fixed}`, code: 'not-allowed' }],
        });
      }
      const details = { before, permission };
      const what = { action: 'participants.setPermission', room, targets: [identity], details, danger: dangerous } as const;
      const { value, auditNo } = await act(given, what, async (clients) => {
        const changed = await writeBack(clients, room, [{ identity, before, now: permission }]);
        onlyResult(changed.results);
        return { value: changed, outcome: outcomeOf(changed.results) };
      });
      return reportOf(value.results, auditNo, undoOf(value.changes));
    },
    async 'participants.undo'({ room, undo, profileId }) {
      const given = { profileId, confirmed: true, typedCount: null, reason: '' };
      const of = undo.kind === 'mute' ? undo.tracks : undo.changes;
      const targets = [...new Set(of.map(({ identity }) => identity))];
      const what = { action: 'participants.undo', room, targets, details: { kind: undo.kind }, danger: harmless } as const;
      const { value, auditNo } = await act(given, what, async (clients) => {
        const results =
          undo.kind === 'mute'
            ? await muteTracks(clients, room, undo.tracks, undo.muted, await listPeople(clients, room))
            : (
                await writeBack(
                  clients,
                  room,
                  undo.changes.map(({ identity, before, now }) => ({ identity, before: now, now: before })),
                )
              ).results;
        return { value: results, outcome: outcomeOf(results) };
      });
      return reportOf(value, auditNo);
    },
  };
}
