import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Environment, ImportEntry, ImportPreview, ImportSource } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { EnvironmentMark } from '../ui/marks';
import { Problem } from '../ui/problem';
import { ScrollPane } from '../ui/scroll-pane';
import { EnvironmentChoice } from './environment-choice';
import { KeepForSession, useKeepChoice } from './keep-choice';
import type { Imported } from './last-import';

type Props = {
  preview: ImportPreview;
  source: () => ImportSource;
  onDone: (imported: Imported) => void;
  onCancel?: (() => void) | undefined;
};
const isNew = (entry: ImportEntry) => entry.problem === null && entry.duplicateOf === null;

/** What was found, with what is wrong with it, and which of it to take. New and whole entries are chosen beforehand. */
export function ImportChoice({ preview, source, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [refs, setRefs] = useState(() => new Set(preview.entries.filter(isNew).map(({ ref }) => ref)));
  const [environment, setEnvironment] = useState<Environment>('development');
  const choice = useKeepChoice();
  const { keep } = choice;
  const take = useMutation({
    mutationFn: () => unwrap(api['profiles.import']({ source: source(), refs: [...refs], environment, keep })),
    gcTime: 0,
    onSuccess: (result) => onDone({ file: preview.file, keep, result }),
  });
  const isSecretless = preview.entries.every(({ ref, hasSecret }) => !refs.has(ref) || !hasSecret);
  const toggle = (ref: string) => {
    const next = new Set(refs);
    if (!next.delete(ref)) next.add(ref);
    setRefs(next);
  };
  return (
    <>
      <ScrollPane className="table-pane import-found" label={t('profiles.import.found')}>
        <table className="table">
          <thead>
            <tr>
              <td />
              <th>{t('profiles.name')}</th>
              <th>{t('profiles.import.address')}</th>
              <th>{t('profiles.import.result')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.entries.map((entry) => (
              <Entry key={entry.ref} entry={entry} isChosen={refs.has(entry.ref)} onToggle={() => toggle(entry.ref)} />
            ))}
          </tbody>
        </table>
      </ScrollPane>
      {preview.entries.some((entry) => entry.environment === null) && <EnvironmentChoice value={environment} onChange={setEnvironment} />}
      <KeepForSession choice={choice} />
      <Problem error={take.error} />
      <footer className="end">
        {onCancel && <Button onClick={onCancel}>{t('profiles.secret.cancel')}</Button>}
        <Button variant="filled" disabled={refs.size === 0} loading={take.isPending} onClick={() => take.mutate()}>
          {refs.size === 0
            ? t('profiles.import.none')
            : t(`profiles.import.${isSecretless ? 'goNoSecret' : keep === 'session' ? 'goSession' : 'go'}`, { count: refs.size })}
        </Button>
      </footer>
    </>
  );
}

function Entry({ entry, isChosen, onToggle }: { entry: ImportEntry; isChosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const { name, serverUrl, apiKey, problem, duplicateOf, insecure, environment, hasSecret } = entry;
  const said = problem
    ? t(`profiles.import.problems.${problem}`)
    : duplicateOf
      ? t('profiles.import.duplicate', { name: duplicateOf })
      : null;
  return (
    <tr className={problem ? 'faint' : undefined}>
      <td>
        <Checkbox aria-label={t('profiles.import.choose', { name })} checked={isChosen} disabled={problem !== null} onChange={onToggle} />
      </td>
      <td className="name">
        <b>{name}</b>
      </td>
      <td>
        <code>{serverUrl}</code>
        <small className="mono">{apiKey}</small>
      </td>
      <td className={problem ? 'red' : duplicateOf ? 'amber' : 'dim'}>
        <span className="result">{said ?? t(hasSecret ? 'profiles.import.ready' : 'profiles.import.readyNoSecret')}</span>
        {environment && <EnvironmentMark of={environment} />}
        {insecure && <small className="amber">{t('profiles.insecureMark')}</small>}
      </td>
    </tr>
  );
}
