import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../main/contract/webhooks';
import type { Column } from '../ui/data-table';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';

const isLeft = ({ forwarded }: Delivery) => forwarded === 'failed' || forwarded === 'dropped' || forwarded === 'lost';
/** Refused, or not passed on. */
export const hasFailed = (delivery: Delivery) => delivery.reason !== null || isLeft(delivery);

/** Fine is a plain word; what was refused or did not get further says why. */
function Result({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const { reason, tries } = delivery;
  if (reason)
    return (
      <span className="result red">
        <IconCircleX size={14} stroke={1.9} aria-hidden />
        {t(`webhooks.reasons.${reason}.short`)}
      </span>
    );
  if (isLeft(delivery))
    return (
      <span className="result amber">
        <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
        {t('webhooks.notForwarded')}
      </span>
    );
  return tries > 1 ? (
    <span className="none">{t('webhooks.tries', { count: tries })}</span>
  ) : (
    <span className="result">{t('webhooks.verified')}</span>
  );
}

const orNone = (text: string) => (text === '' ? <span className="none">–</span> : <SafeText text={text} longest={80} />);

/** `servers`: whether several servers send here, so that a row says which. */
export function useDeliveryColumns(servers: boolean): Column<Delivery>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = timesIn(i18n.language);
    return [
      {
        id: 'time',
        head: t('webhooks.columns.time'),
        width: 96,
        compare: (a, b) => a.no - b.no,
        cell: ({ at }) => (
          <time className="dim" dateTime={at}>
            {time.exactClock(new Date(at))}
          </time>
        ),
      },
      { id: 'event', head: t('webhooks.columns.event'), width: 164, cell: ({ event }) => <code>{orNone(event)}</code> },
      { id: 'room', head: t('webhooks.columns.room'), cell: ({ room }) => orNone(room) },
      { id: 'about', head: t('webhooks.columns.about'), width: 116, cell: ({ about }) => <span className="dim">{orNone(about)}</span> },
      ...(servers
        ? [{ id: 'server', head: t('webhooks.facts.server'), width: 108, cell: ({ profile }: Delivery) => orNone(profile?.name ?? '') }]
        : []),
      { id: 'result', head: t('webhooks.columns.result'), width: 132, cell: (delivery) => <Result delivery={delivery} /> },
    ];
  }, [t, i18n.language, servers]);
}
