import type { Handlers } from '../application';
import type { Input, Output } from '../contract';
import type { consoleActs } from '../contract/audit';
import type { StoredProfile } from '../contract/profiles';
import { type Act, type Audit, allDone, type Outcome } from './audit';

/** Of profiles only this: the audit log stands below them. */
type Profiles = { get(id: string): StoredProfile };
type ActName = (typeof consoleActs)[number];
type Acts = Pick<Handlers, ActName>;
type What = Partial<Pick<Act, 'profile' | 'targets' | 'details'>>;

/** What an input changes of what is there, as it was and as it is asked for. */
function difference(before: object, after: object): Record<string, { from: unknown; to: unknown }> {
  const was = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(([key, to]) => JSON.stringify(was.get(key)) !== JSON.stringify(to));
  return Object.fromEntries(changed.map(([key, to]) => [key, { from: was.get(key), to }]));
}

/** What became of an import, some of which may have failed. */
function importOutcome({ imported, failed }: Output<'profiles.import'>): Outcome {
  const results = [
    ...imported.map(({ name }) => ({ target: name, status: 'done', answer: '' })),
    ...failed.map(({ name, code }) => ({ target: name, status: code, answer: '' })),
  ];
  if (failed.length === 0) return { ...allDone, results };
  return { outcome: imported.length > 0 ? 'partly' : 'failed', code: failed[0]?.code ?? '', results };
}

/**
 * What is done to the console itself is written down as well: its servers with their safety level and policy, their secrets (that one was
 * kept, never which), its presets, its own server, who the operator says they are. `handlers`: those that do it.
 */
export function auditConsoleActs(audit: Audit, profiles: Profiles, handlers: Acts, operator: () => string): Acts {
  const written =
    <N extends ActName>(
      name: N,
      perform: (input: Input<N>) => Promise<Output<N>>,
      what: (input: Input<N>) => What,
      outcomeOf: (output: Output<N>) => Outcome = () => allDone,
    ) =>
    async (input: Input<N>): Promise<Output<N>> => {
      const act: Act = { action: name, profile: null, room: '', targets: [], reason: '', ...what(input) };
      const { value } = await audit.act(act, async () => {
        const value = await perform(input);
        return { value, outcome: outcomeOf(value) };
      });
      return value;
    };
  const named = (id: string) => {
    const { name } = profiles.get(id);
    return { profile: { id, name }, targets: [name] };
  };
  const changeOperator = written('preferences.change', handlers['preferences.change'], ({ operator: to }) => ({
    targets: [to ?? ''],
    details: { operator: { from: operator(), to } },
  }));
  return {
    'profiles.create': written(
      'profiles.create',
      handlers['profiles.create'],
      ({ apiSecret: _, name, ...details }) => ({ targets: [name || details.serverUrl], details }),
      ({ id, name }) => ({ ...allDone, details: { id, name } }),
    ),
    'profiles.change': written('profiles.change', handlers['profiles.change'], (input) => ({
      ...named(input.id),
      details: difference(profiles.get(input.id), input),
    })),
    'profiles.delete': written('profiles.delete', handlers['profiles.delete'], ({ id, leaveSecret }) => ({
      ...named(id),
      details: { serverUrl: profiles.get(id).serverUrl, leaveSecret },
    })),
    'profiles.setSecret': written(
      'profiles.setSecret',
      handlers['profiles.setSecret'],
      ({ id, apiKey, keep }) => ({
        ...named(id),
        details: { apiKey: { from: profiles.get(id).apiKey, to: apiKey }, keep },
      }),
      ({ formerSecretLeft }) => ({ ...allDone, ...(formerSecretLeft && { details: { formerSecretLeft } }) }),
    ),
    'profiles.removeSecret': written('profiles.removeSecret', handlers['profiles.removeSecret'], ({ id }) => named(id)),
    'profiles.import': written(
      'profiles.import',
      handlers['profiles.import'],
      ({ source, environment, keep }) => ({ targets: [source.kind], details: { environment, keep } }),
      importOutcome,
    ),
    'profiles.export': written('profiles.export', handlers['profiles.export'], ({ ids }) => ({
      targets: ids.map((id) => profiles.get(id).name),
      details: { all: ids.length === 0 },
    })),
    'presets.save': written('presets.save', handlers['presets.save'], ({ name, ...details }) => ({ targets: [name], details })),
    'presets.delete': written('presets.delete', handlers['presets.delete'], ({ id }) => ({ targets: [id] })),
    'presets.import': written(
      'presets.import',
      handlers['presets.import'],
      () => ({}),
      (imported) => ({ ...allDone, details: { presets: imported.map(({ name }) => name) } }),
    ),
    'presets.export': written('presets.export', handlers['presets.export'], ({ ids }) => ({ targets: ids })),
    'storages.keep': written(
      'storages.keep',
      handlers['storages.keep'],
      ({ profileId, name, values }) => ({ ...named(profileId), targets: [name], details: { kind: values.storage_kind } }),
      ({ id }) => ({ ...allDone, details: { id } }),
    ),
    'storages.remove': written('storages.remove', handlers['storages.remove'], ({ profileId, id }) => ({
      ...named(profileId),
      targets: [id],
    })),
    'localServer.start': written(
      'localServer.start',
      handlers['localServer.start'],
      (details) => ({ details }),
      ({ running }) => ({ ...allDone, details: { url: running?.url, profileId: running?.profileId } }),
    ),
    'localServer.stop': written('localServer.stop', handlers['localServer.stop'], () => ({})),
    'localServer.install': written('localServer.install', handlers['localServer.install'], () => ({})),
    'localServer.sendWebhooks': written('localServer.sendWebhooks', handlers['localServer.sendWebhooks'], (details) => ({ details })),
    /** Only who acts: how the console looks is nobody's concern. */
    'preferences.change': (input) =>
      input.operator === undefined || input.operator === operator() ? handlers['preferences.change'](input) : changeOperator(input),
  };
}
