import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { nameOf } from '../ui/person-name';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { SafeText, safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { AsCommand } from './as-command';
import type { PanelProps } from './live-panel';
import { PanelElsewhere } from './panel-elsewhere';

/** What is needed now and then: which tracks they receive, a method of their app. */
export function PanelMore(props: PanelProps) {
  if (props.readOnly) return null;
  return (
    <>
      <Subscriptions {...props} />
      <PanelElsewhere {...props} />
      <Rpc {...props} />
    </>
  );
}

function Subscriptions({ person, room, live }: PanelProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [trackSid, setTrackSid] = useState('');
  const { reason, field } = useReason('harmless');
  const set = useMutation({
    mutationFn: (subscribe: boolean) =>
      unwrap(
        api['participants.setSubscription']({
          profileId: profile.id,
          room,
          identity: person.identity,
          trackSids: [trackSid],
          subscribe,
          reason,
        }),
      ),
    onSuccess: () => toast(t('live.subscriptions.done', { name: nameOf(person) })),
  });
  const tracks = live.people
    .filter(({ identity }) => identity !== person.identity)
    .flatMap((other) => other.tracks.map(({ sid, source }) => ({ value: sid, label: `${nameOf(other)}: ${t(`live.sources.${source}`)}` })));
  const isThere = tracks.some(({ value }) => value === trackSid);
  return (
    <section aria-label={t('live.subscriptions.title')}>
      <h3>{t('live.subscriptions.title')}</h3>
      <p className="rk-hint">{t('live.subscriptions.hint')}</p>
      <NativeSelect
        aria-label={t('live.subscriptions.track')}
        data={[{ value: '', label: t('live.subscriptions.choose') }, ...tracks.slice(0, 500)]}
        value={isThere ? trackSid : ''}
        onChange={({ target }) => setTrackSid(target.value)}
      />
      {field}
      <Problem error={set.error} />
      <div className="diff-end">
        <AsCommand
          of={[true, false].map((subscribe) => ({
            what: t(subscribe ? 'live.subscriptions.on' : 'live.subscriptions.off'),
            commands: () => (isThere ? [{ action: 'subscribe', room, identity: person.identity, trackSids: [trackSid], subscribe }] : []),
          }))}
        />
        <Button disabled={!isThere} loading={set.isPending} onClick={() => set.mutate(false)}>
          {t('live.subscriptions.off')}
        </Button>
        <Button disabled={!isThere} loading={set.isPending} onClick={() => set.mutate(true)}>
          {t('live.subscriptions.on')}
        </Button>
      </div>
    </section>
  );
}

function Rpc({ person, room }: PanelProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [method, setMethod] = useState('');
  const [payload, setPayload] = useState('');
  const { reason, field } = useReason('harmless');
  const call = useMutation({
    mutationFn: () =>
      unwrap(api['participants.performRpc']({ profileId: profile.id, room, identity: person.identity, method, payload, reason })),
  });
  const { data } = call;
  return (
    <section aria-label={t('live.rpc.title')}>
      <h3>{t('live.rpc.title')}</h3>
      <div className="two">
        <TextInput
          label={t('live.rpc.method')}
          classNames={{ input: 'rk-input mono' }}
          value={method}
          onChange={({ target }) => setMethod(target.value)}
        />
        <TextInput
          label={t('live.rpc.payload')}
          classNames={{ input: 'rk-input mono' }}
          value={payload}
          onChange={({ target }) => setPayload(target.value)}
        />
      </div>
      {data && (
        <p className="rk-hint" role="status">
          {data.error ? t('live.rpc.refused') : t('live.rpc.answer', { ms: Math.round(data.ms) })}{' '}
          <code>{data.error ? safeString(data.error.message, 500) : <SafeText text={data.payload} longest={2_000} />}</code>
        </p>
      )}
      {field}
      <Problem error={call.error} />
      <div className="diff-end">
        <AsCommand
          of={[{ commands: () => (method === '' ? [] : [{ action: 'rpc', room, identity: person.identity, method, payload }]) }]}
        />
        <Button disabled={method === ''} loading={call.isPending} onClick={() => call.mutate()}>
          {t('live.rpc.verb')}
        </Button>
      </div>
    </section>
  );
}
