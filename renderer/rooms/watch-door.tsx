import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchRule } from '../../main/contract/watch';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import type { DialogProps } from './live-dialogs';

const hows = ['identity', 'prefix', 'pattern'] as const;
type How = (typeof hows)[number];

/** Begins a ban watch or a gate; both act only while the console runs. */
export function WatchDoor(props: DialogProps) {
  const { t } = useTranslation();
  const title = t('live.watch.title', { room: safeString(props.room, 60) });
  return (
    <Dialog label={title} size={480} onClose={props.onClose}>
      <Form {...props} title={title} />
    </Dialog>
  );
}

function Form({ room, live, title, onClose }: { title: string } & DialogProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [kind, setKind] = useState<string>('gate');
  const [how, setHow] = useState<How>('identity');
  const [text, setText] = useState('');
  const [roster, setRoster] = useState(() =>
    live.people
      .filter(({ observer }) => !observer)
      .map(({ identity }) => identity)
      .join('\n'),
  );
  const { reason, isGiven, field } = useReason('dangerous', { always: true });
  const rule = (): WatchRule =>
    kind === 'gate' ? { kind: 'gate', roster: [...new Set(roster.split('\n').filter((line) => line !== ''))] } : { kind: 'ban', how, text };
  const add = useMutation({
    mutationFn: () => unwrap(api['watch.add']({ profileId: profile.id, room, rule: rule(), confirmed: true, reason })),
    onSuccess: onClose,
  });
  const isReady = (kind === 'gate' || text !== '') && isGiven && !add.isPending;
  const submit = () => isReady && add.mutate();
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{title}</h2>
      <Radio.Group aria-label={t('live.watch.kind')} value={kind} onChange={setKind}>
        <div className="stacked">
          <Radio value="gate" label={t('live.watch.gate')} />
          <Radio value="ban" label={t('live.watch.ban')} />
        </div>
      </Radio.Group>
      {kind === 'gate' ? (
        <Textarea
          label={t('live.watch.roster')}
          description={t('live.watch.rosterHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          rows={6}
          classNames={{ input: 'rk-input mono' }}
          value={roster}
          onChange={({ target }) => setRoster(target.value)}
        />
      ) : (
        <div className="two">
          <NativeSelect
            label={t('live.watch.how')}
            data={hows.map((value) => ({ value, label: t(`live.watch.${value}`) }))}
            value={how}
            onChange={({ target }) => setHow(hows.find((one) => one === target.value) ?? 'identity')}
          />
          <TextInput
            label={t('live.watch.text')}
            classNames={{ input: 'rk-input mono' }}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
      )}
      <Finding tone="amber" title={t('live.watch.limits')} />
      {field}
      <Problem error={add.error} />
      <footer>
        <Button data-autofocus onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button variant="filled" disabled={!isReady} loading={add.isPending} rightSection={<Keys of="Mod ↵" />} onClick={submit}>
          {t('live.watch.verb')}
        </Button>
      </footer>
    </div>
  );
}
