import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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

/**
 * Whether this server can move and forward is known from its own answer, once it has been asked to: no call tells beforehand. Kept until
 * the console ends, for each server.
 */
function useRefusal(profileId: string) {
  const client = useQueryClient();
  const key = ['participants.move', profileId];
  const { data } = useQuery<string | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { refusal: data, refuse: (answer: string) => client.setQueryData(key, answer) };
}

/** Moves a person to another room, or forwards what they send there. */
export function PanelElsewhere({ person, room, live }: PanelProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const { refusal, refuse } = useRefusal(profile.id);
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
        <Finding tone="plain" title={t('live.elsewhere.absent')}>
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
