import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../main/contract/participants';
import { api, CallError, unwrap } from '../api';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { nameOf } from '../ui/person-name';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { toast } from '../ui/toasts';
import { AsCommand } from './as-command';
import type { PanelProps } from './live-panel';
import { changesOf, maySend, permissionFlags, publishSources, withSource } from './permission-change';

/** All permissions of a person. The difference is shown before it is written, and never written over a change made meanwhile. */
export function PermissionEditor({ person, room, live, actions, readOnly, focused }: PanelProps & { focused: boolean }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [edit, setEdit] = useState<{ before: Permission; after: Permission } | null>(null);
  const [conflict, setConflict] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) section.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  const save = useMutation({
    mutationFn: ({ before, after, reason }: { before: Permission; after: Permission; reason: string }) =>
      unwrap(
        api['participants.setPermission']({
          profileId: profile.id,
          room,
          identity: person.identity,
          before,
          permission: after,
          confirmed: true,
          reason,
        }),
      ),
    onSuccess: (report) => {
      setEdit(null);
      void live.list.refetch();
      toast(t('live.permissions.done', { name: nameOf(person) }), { undo: actions.undoOf(report) });
    },
    // What was chosen stood on what is no more: it goes, and the present state is shown.
    onError: (error) => {
      if (!(error instanceof CallError && error.code === 'conflict')) return;
      setEdit(null);
      setConflict(true);
      void live.list.refetch();
    },
  });
  const shown = edit?.after ?? person.permission;
  const changed = (field: string) => edit !== null && changesOf(edit.before, edit.after).some((one) => one.field === field);
  const change = (after: Permission) => {
    setConflict(false);
    const before = edit?.before ?? person.permission;
    setEdit(changesOf(before, after).length === 0 ? null : { before, after });
  };
  const row = (field: string, label: string, checked: boolean, onChange: (on: boolean) => void) => (
    <Switch
      key={field}
      label={label}
      checked={checked}
      disabled={readOnly}
      onChange={({ target }) => onChange(target.checked)}
      classNames={{ root: changed(field) ? 'permission changed' : 'permission', body: 'between', label: 'grant-label' }}
      labelPosition="left"
    />
  );
  return (
    <section className="permissions" ref={section} aria-label={t('live.permissions.title')}>
      <h3>
        {t('live.permissions.title')}
        <span>{t('live.permissions.until')}</span>
      </h3>
      {conflict && <Finding tone="amber" title={t('live.permissions.conflict')} />}
      {publishSources.map((source) =>
        row(`canPublishSources: ${source}`, t(`live.permissions.${source}`), maySend(shown, source), (on) =>
          change(withSource(shown, source, on)),
        ),
      )}
      {permissionFlags.map((flag) => row(flag, t(`live.permissions.${flag}`), shown[flag], (on) => change({ ...shown, [flag]: on })))}
      {edit && (
        <Difference
          {...edit}
          room={room}
          identity={person.identity}
          pending={save.isPending}
          error={save.error}
          onDiscard={() => setEdit(null)}
          onApply={(reason) => save.mutate({ ...edit, reason })}
        />
      )}
    </section>
  );
}

type DifferenceProps = {
  room: string;
  identity: string;
  before: Permission;
  after: Permission;
  pending: boolean;
  error: Error | null;
  onDiscard: () => void;
  onApply: (reason: string) => void;
};

function Difference({ room, identity, before, after, pending, error, onDiscard, onApply }: DifferenceProps) {
  const { t } = useTranslation();
  const { reason, isGiven, field } = useReason('dangerous');
  const changes = changesOf(before, after);
  const isReady = !pending && isGiven;
  const apply = () => isReady && onApply(reason);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useHotkeys({ 'Mod ↵': apply });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div className="diff" role="group" aria-label={t('live.permissions.changes', { count: changes.length })} ref={box}>
      <div>
        <b>{t('live.permissions.changes', { count: changes.length })}</b>
        <span>{t(changes.some(({ added }) => !added) ? 'live.permissions.goesOff' : 'live.permissions.again')}</span>
      </div>
      {changes.map(({ field, added }) => (
        <code key={field} className={added ? 'plus' : 'minus'}>
          {added ? '+' : '−'} {field}
        </code>
      ))}
      {field}
      <Problem error={error} />
      <div className="diff-end">
        <AsCommand of={[{ commands: () => [{ action: 'update', room, identity, permission: after }] }]} />
        <Button variant="subtle" onClick={onDiscard}>
          {t('live.permissions.discard')}
        </Button>
        <Button variant="filled" disabled={!isReady} loading={pending} rightSection={<Keys of="Mod ↵" />} onClick={apply}>
          {t('live.permissions.apply')}
        </Button>
      </div>
    </div>
  );
}
