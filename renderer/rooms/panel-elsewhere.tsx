import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { api, CallError, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { Finding } from '../ui/marks';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { AsCommand } from './as-command';
import type { PanelProps } from './live-panel';

type Verb = 'move' | 'forward';

const isCloud = ({ serverUrl }: Profile) => new URL(serverUrl).hostname.endsWith('.livekit.cloud');

/**
 * Whether this server can move and forward: no call tells without doing it, so where it runs decides until it has refused itself. Null:
 * it is offered. Kept until the console ends, for each server.
 */
function useRefusal(profile: Profile) {
  const client = useQueryClient();
  const key = ['participants.move', profile.id];
  const { data } = useQuery<string | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
    initialData: isCloud(profile) ? null : '',
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { refusal: data, refuse: (answer: string | null) => client.setQueryData(key, answer) };
}

/** Moves a person to another room, or forwards what they send there. */
export function PanelElsewhere({ person, room, live }: PanelProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const { refusal, refuse } = useRefusal(profile);
  const [destinationRoom, setDestination] = useState('');
  const [asking, setAsking] = useState<Verb | null>(null);
  const names = { name: nameOf(person), room: safeString(destinationRoom, 60) };
  const send = useMutation({
    mutationFn: ({ verb, reason }: { verb: Verb; reason: string }) =>
      unwrap(
        api[`participants.${verb}`]({ profileId: profile.id, room, identity: person.identity, destinationRoom, confirmed: true, reason }),
      ),
    onSuccess: (_, { verb }) => {
      setAsking(null);
      void live.list.refetch();
      toast(t(`live.elsewhere.${verb}.done`, names));
    },
    onError: (error) => {
      if (!(error instanceof CallError) || error.code !== 'not-supported') return;
      setAsking(null);
      refuse(error.answer ?? '');
    },
  });
  return (
    <section aria-label={t('live.elsewhere.title')}>
      <h3>{t('live.elsewhere.title')}</h3>
      {refusal === null ? (
        <>
          <p className="rk-hint">{t('live.elsewhere.hint')}</p>
          <TextInput
            label={t('live.elsewhere.destination')}
            classNames={{ input: 'rk-input mono' }}
            maxLength={256}
            value={destinationRoom}
            onChange={({ target }) => setDestination(target.value)}
          />
          <div className="diff-end">
            {(['move', 'forward'] as const).map((verb) => (
              <Button key={verb} disabled={destinationRoom === '' || destinationRoom === room} onClick={() => setAsking(verb)}>
                {t(`live.elsewhere.${verb}.button`)}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Finding
          tone="plain"
          title={t('live.elsewhere.absent')}
          action={refusal === '' ? { label: t('live.elsewhere.ask'), run: () => refuse(null) } : undefined}
        >
          {t('live.elsewhere.absentWhy')} {refusal && <code className="answer-line">{refusal}</code>}
        </Finding>
      )}
      {asking && (
        <DangerousAct
          question={t(`live.elsewhere.${asking}.question`, names)}
          what={t(`live.elsewhere.${asking}.what`)}
          verb={t(`live.elsewhere.${asking}.button`)}
          pending={send.isPending}
          error={send.error}
          onConfirm={(reason) => send.mutate({ verb: asking, reason })}
          onClose={() => {
            setAsking(null);
            send.reset();
          }}
          aside={<AsCommand of={[{ commands: () => [{ action: asking, room, identity: person.identity, destinationRoom }] }]} />}
        />
      )}
    </section>
  );
}
