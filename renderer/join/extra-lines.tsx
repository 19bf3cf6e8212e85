import { useTranslation } from 'react-i18next';
import { ScrollPane } from '../ui/scroll-pane';
import { useFigures } from './figures';
import { manyOf } from './many';
import type { Session } from './session';

/** Figures of each synthetic participant. */
export function ExtraLines({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { milliseconds, megabits } = useFigures();
  const extras = manyOf(session).extras.use();
  if (extras.length === 0) return null;
  return (
    <ScrollPane className="many-lines" label={t('many.figures')}>
      <table className="figures-table" aria-label={t('many.figures')}>
        <thead>
          <tr>
            <th scope="col">{t('join.identity')}</th>
            <th scope="col">{t('many.state')}</th>
            <th scope="col" className="num">
              {t('many.joined')}
            </th>
            <th scope="col" className="num">
              {t('many.out')}
            </th>
            <th scope="col" className="num">
              {t('many.in')}
            </th>
          </tr>
        </thead>
        <tbody>
          {extras.map(({ identity, state, joinMs, sentBitrate, receivedBitrate, refused }) => (
            <tr key={identity}>
              <th scope="row">{identity}</th>
              <td>{refused ? t(`refusals.${refused.code}.what`) : t(`many.states.${state}`)}</td>
              <td className="num">{milliseconds(joinMs)}</td>
              <td className="num">{megabits(sentBitrate)}</td>
              <td className="num">{megabits(receivedBitrate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  );
}
