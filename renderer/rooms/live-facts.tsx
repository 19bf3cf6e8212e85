import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { Recorded, useRecorded } from '../ui/recorded';
import { useAge, useNow } from '../ui/time';
import type { Person } from './live-columns';

/** The room in a line: how many, how many send, who has a poor connection, how long it is open. */
export function LiveFacts({ room, persons }: { room: string; persons: Person[] }) {
  const { t } = useTranslation();
  const age = useAge();
  const now = useNow(10_000);
  const profile = useOpenProfile();
  const rooms = useQuery({
    queryKey: ['rooms.list', profile.id],
    queryFn: () => unwrap(api['rooms.list']({ profileId: profile.id })),
    refetchInterval: 10_000,
    retry: false,
  });
  const recorded = useRecorded().get(room);
  const here = rooms.data?.rooms.find(({ name }) => name === room);
  const observers = persons.filter(({ observer }) => observer).length;
  const people = persons.length - observers;
  const publishing = persons.filter(({ tracks }) => tracks.length > 0).length;
  const poor = persons.filter(({ quality }) => quality === 'poor' || quality === 'lost').length;
  return (
    <div className="facts">
      <span>
        <b>{people.toLocaleString()}</b>{' '}
        {here && here.maxParticipants > 0 ? t('live.facts.of', { max: here.maxParticipants }) : t('live.facts.people', { count: people })}
      </span>
      <span>
        <b>{publishing}</b> {t('live.facts.publishing')}
      </span>
      {poor > 0 && (
        <span>
          <b>{poor}</b> {t('live.facts.poor', { count: poor })}
        </span>
      )}
      {observers > 0 && (
        <span>
          <b>{observers}</b> {t('live.facts.observers', { count: observers })}
        </span>
      )}
      {here && (
        <span>
          <b>{age(now - here.createdAt)}</b> {t('live.facts.open')}
        </span>
      )}
      {(here?.recording || recorded) && <Recorded of={recorded} />}
      {here && <code className="mono">{here.sid}</code>}
    </div>
  );
}
