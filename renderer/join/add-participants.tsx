import { Button, NumberInput, Select } from '@mantine/core';
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { Finding } from '../ui/marks';
import { usePresets } from '../ui/presets';
import { useOpenProfile } from '../ui/profile';
import { useProfiles } from '../ui/queries';
import { go } from '../ui/route';
import { SafeText } from '../ui/safe-text';
import { ExtraLines } from './extra-lines';
import { issueFor } from './issue-for';
import { manyOf, mostParticipants, presentOf, type SendingKind, sendingKinds } from './many';
import { isSameServer } from './parse-pasted';
import type { Session } from './session';

const pauses = [0, 200, 500, 1_000, 2_000];

/** The button among the controls, and above it what it opens. */
export function AddParticipants({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const present = presentOf(manyOf(session).extras.use());
  return (
    <>
      <Button leftSection={<IconUserPlus size={15} aria-hidden />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('many.title')}
        {present > 0 && ` (${present})`}
      </Button>
      {isOpen && <AddForm session={session} />}
    </>
  );
}

/** The saved server that the room is at, the open one first; its secret signs their tokens. */
function useServerOf({ url }: Session): Profile | undefined {
  const open = useOpenProfile();
  const profiles = useProfiles().data ?? [];
  return [open, ...profiles].find(({ serverUrl, secret }) => secret !== 'missing' && isSameServer(serverUrl, url));
}

function AddForm({ session }: { session: Session }) {
  const { t } = useTranslation();
  const profile = useServerOf(session);
  const publisher = usePresets().data?.find(({ id }) => id === 'publisher');
  const many = manyOf(session);
  const present = presentOf(many.extras.use());
  const [count, setCount] = useState(4);
  const [everyMs, setEveryMs] = useState(500);
  const [sending, setSending] = useState<SendingKind>('card');
  const room = session.shown.get().name;
  const add = useMutation({
    mutationFn: async () => {
      if (publisher && profile)
        await many.add({
          count,
          everyMs,
          sending,
          url: session.url,
          issue: (identity) => issueFor(profile, publisher, room, identity),
        });
    },
  });
  const stop = useMutation({ mutationFn: many.stop });
  return (
    <fieldset className="many" aria-label={t('many.form')}>
      <div className="three">
        <NumberInput
          label={t('many.count')}
          min={1}
          max={mostParticipants}
          value={count}
          onChange={(value) => setCount(Number(value) || 1)}
        />
        <Select
          label={t('many.sends')}
          allowDeselect={false}
          value={sending}
          data={sendingKinds.map((value) => ({ value, label: t(`many.kinds.${value}`) }))}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setSending(sendingKinds.find((kind) => kind === value) ?? 'card')}
        />
        <Select
          label={t('many.every')}
          allowDeselect={false}
          value={String(everyMs)}
          data={pauses.map((ms) => ({ value: String(ms), label: `${ms / 1_000} s` }))}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setEveryMs(Number(value ?? everyMs))}
        />
      </div>
      {!profile && (
        <Finding
          tone="amber"
          title={t('many.foreign')}
          action={{ label: t('many.addServer'), run: () => go('settings', 'servers', 'new') }}
        >
          <SafeText text={t('many.foreignNext', { server: session.url })} longest={240} />
        </Finding>
      )}
      <ExtraLines session={session} />
      <p className="rk-hint">{t('many.leaves', { most: mostParticipants })}</p>
      <footer>
        <Button variant="subtle" disabled={present === 0} loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('many.stop', { count: present })}
        </Button>
        <Button variant="filled" disabled={!publisher || !profile || present >= mostParticipants} onClick={() => add.mutate()}>
          {t('many.add', { count })}
        </Button>
      </footer>
    </fieldset>
  );
}
