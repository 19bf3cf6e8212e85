import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../main/contract/audit';
import { failureCodes } from '../../main/contract/result';
import type { Column } from '../ui/data-table';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';

/** What a call is called; one that has no words yet is shown by its own name. */
export function actionName(t: TFunction, action: string): string {
  return t(`audit.actions.${action.replace('.', '_')}`, { defaultValue: action });
}

function Outcome({ entry: { outcome, code } }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const known = failureCodes.find((one) => one === code);
  if (outcome === 'done') return <span className="result">{t('audit.outcomes.done')}</span>;
  const Icon = outcome === 'failed' ? IconCircleX : IconAlertTriangle;
  return (
    <span className={`result ${outcome === 'failed' ? 'red' : 'amber'}`}>
      <Icon size={14} aria-hidden />
      {known && outcome === 'failed' ? t(`failures.${known}.what`) : t(`audit.outcomes.${outcome}`)}
    </span>
  );
}

export function useAuditColumns(): Column<AuditEntry>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = timesIn(i18n.language);
    return [
      {
        id: 'no',
        head: t('audit.columns.no'),
        width: 72,
        align: 'num',
        compare: (a, b) => a.no - b.no,
        cell: ({ no }) => <span className="none">{no.toLocaleString()}</span>,
      },
      {
        id: 'time',
        head: t('audit.columns.time'),
        width: 132,
        cell: (entry) => (
          <time className="dim" dateTime={entry.time}>
            {time.dayAndClock(new Date(entry.time))}
          </time>
        ),
      },
      {
        id: 'operator',
        head: t('audit.columns.operator'),
        width: 104,
        cell: ({ operator, actor }) => (actor === 'operator' ? <SafeText text={operator} longest={40} /> : t(`audit.actors.${actor}`)),
      },
      { id: 'action', head: t('audit.columns.action'), width: 132, cell: ({ action }) => <b>{actionName(t, action)}</b> },
      {
        id: 'target',
        head: t('audit.columns.target'),
        width: 150,
        cell: ({ targets, room }) => <SafeText text={targets.join(', ') || room} longest={80} />,
      },
      { id: 'result', head: t('audit.columns.result'), cell: (entry) => <Outcome entry={entry} /> },
    ];
  }, [t, i18n.language]);
}
