import { useTranslation } from 'react-i18next';
import { safeString } from '../ui/safe-text';
import { PersonMarks, useNameOf } from './person-marks';
import type { Person } from './room-snapshot';
import type { Session } from './session';
import { TrackMenu } from './track-menu';

/** Someone without a picture. */
export function PersonChip({ session, person }: { session: Session; person: Person }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <fieldset className="seat" data-live={person.speaking || undefined} aria-label={safeString(nameOf(person))}>
      <PersonMarks person={person} />
      {person.isAgent && <span className="tag">{t('join.agent')}</span>}
      <TrackMenu session={session} person={person} />
    </fieldset>
  );
}
