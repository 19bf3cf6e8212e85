import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Egress, ListedEgress } from '../../main/contract/egress';
import type { Column } from '../ui/data-table';
import { RunningTime } from '../ui/recorded';
import { roomLink } from '../ui/room-link';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';
import { formatSize } from './figures';

/** Red and running while it records; only what failed or was cut off takes another mark. */
export function EgressState({ egress: { state, startedAt } }: { egress: Egress }) {
  const { t } = useTranslation();
  if (state === 'active')
    return (
      <span className="rec">
        <i aria-hidden />
        <span className="gone">{t('media.egress.states.active')} </span>
        <RunningTime since={startedAt} />
      </span>
    );
  if (state === 'failed' || state === 'aborted')
    return (
      <span className="result red">
        <IconCircleX size={14} aria-hidden />
        {t(`media.egress.states.${state}`)}
      </span>
    );
  if (state === 'limit')
    return (
      <span className="result amber">
        <IconAlertTriangle size={14} aria-hidden />
        {t('media.egress.states.limit')}
      </span>
    );
  return <span className="result">{t(`media.egress.states.${state}`)}</span>;
}

const sizeOf = ({ outputs }: Egress) => outputs.reduce((sum, { size }) => sum + size, 0);

/** `timed`: one of them is to be stopped by the console, so there is a place for when. */
export function useEgressColumns(timed: boolean): Column<ListedEgress>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = timesIn(i18n.language);
    const goesTo = ({ outputs }: Egress) =>
      outputs.map(({ kind, where }) => `${t(`media.egress.outputs.${kind}`)} ${where}`).join(', ') || '–';
    const stops: Column<ListedEgress> = {
      id: 'stops',
      head: t('media.egress.columns.stops'),
      width: 72,
      compare: (a, b) => (a.timer?.at ?? 0) - (b.timer?.at ?? 0),
      cell: ({ timer }) => {
        if (!timer) return <span className="none">–</span>;
        const at = time.clock(timer.at);
        if (timer.failed === null) return <time className="dim">{at}</time>;
        return (
          <span className="result red">
            <IconCircleX size={14} aria-hidden />
            {at}
          </span>
        );
      },
    };
    return [
      {
        id: 'state',
        head: t('media.egress.columns.state'),
        width: 124,
        compare: (a, b) => a.state.localeCompare(b.state),
        cell: (egress) => <EgressState egress={egress} />,
      },
      {
        id: 'room',
        head: t('media.egress.columns.room'),
        compare: (a, b) => a.room.localeCompare(b.room),
        cell: ({ room, of }) =>
          room ? (
            <a href={roomLink(room)} tabIndex={-1} className="room-name">
              <SafeText text={room} />
            </a>
          ) : (
            <SafeText text={of} />
          ),
      },
      {
        id: 'what',
        head: t('media.egress.columns.what'),
        width: 96,
        cell: ({ what }) => <span className="dim">{t(`media.egress.what.${what}`)}</span>,
      },
      {
        id: 'goesTo',
        head: t('media.egress.columns.goesTo'),
        cell: (egress) => (
          <span className="dim">
            <SafeText text={goesTo(egress)} longest={120} />
          </span>
        ),
      },
      {
        id: 'start',
        head: t('media.egress.columns.start'),
        width: 72,
        compare: (a, b) => a.startedAt - b.startedAt,
        cell: ({ startedAt }) => (startedAt ? <time className="dim">{time.clock(startedAt)}</time> : <span className="none">–</span>),
      },
      ...(timed ? [stops] : []),
      {
        id: 'size',
        head: t('media.egress.columns.size'),
        width: 92,
        align: 'num',
        compare: (a, b) => sizeOf(a) - sizeOf(b),
        cell: (egress) => (sizeOf(egress) ? formatSize(sizeOf(egress), i18n.language) : <span className="none">–</span>),
      },
    ];
  }, [t, i18n.language, timed]);
}
