import { Button } from '@mantine/core';
import IconRepeat from '@tabler/icons-react/icons/IconRepeat';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeliveryDetails } from '../../main/contract/webhooks';
import { api, CallError, unwrap } from '../api';
import { Json } from '../ui/json';
import { Problem } from '../ui/problem';
import { SafeText, safeString } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { timesIn } from '../ui/times';
import { DeliveryFacts } from './delivery-facts';
import { NoDelivery } from './no-delivery';

type Props = {
  no: number;
  panel: ReturnType<typeof usePanel>;
  /** It is being read or used: it should stay when newer ones come. */
  onUse: () => void;
  onReplay: (delivery: DeliveryDetails) => void;
};

/** One delivery: why it was refused, what was checked, what it says. */
export function DeliveryPanel({ no, panel, onUse, onReplay }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['webhooks.show', no],
    queryFn: () => unwrap(api['webhooks.show']({ no })),
    retry: false,
    placeholderData: (before) => (before?.no === no ? before : undefined),
  });
  if (error instanceof CallError && error.code === 'not-found') return <NoDelivery panel={panel} />;
  const footer = data && (
    <>
      <span>{data.replay === 'none' ? t('webhooks.replay.none') : ''}</span>
      <Button leftSection={<IconRepeat size={14} aria-hidden />} disabled={data.replay === 'none'} onClick={() => onReplay(data)}>
        {t('webhooks.replay.open')}
      </Button>
    </>
  );
  return (
    <SidePanel
      panel={panel}
      onUse={onUse}
      label={t('webhooks.delivery')}
      title={data ? safeString(data.event || t('webhooks.noEvent'), 60) : ''}
      footer={footer}
    >
      <Problem error={error} />
      {data && <Verdict delivery={data} />}
      {data && <DeliveryFacts delivery={data} />}
      {data && <Body text={data.body} />}
    </SidePanel>
  );
}

function Verdict({ delivery: { reason, check, from, apiKey, profile, values } }: { delivery: DeliveryDetails }) {
  const { t, i18n } = useTranslation();
  if (!reason) return null;
  const named = (key: string) => safeString(String(values[key] ?? ''), 100);
  const at = values.at === undefined ? '' : timesIn(i18n.language).moment(values.at);
  const numbers = { bytes: named('bytes'), seconds: named('seconds') };
  const said = { from, at, type: named('type'), key: safeString(apiKey, 80), server: safeString(profile?.name ?? '', 80), ...numbers };
  return (
    <>
      <div className="verdict" role="status">
        <b>{t('webhooks.rejected', { why: t(`webhooks.reasons.${reason}.what`) })}</b>
        <span>{t(`webhooks.reasons.${reason}.means`, said)}</span>
      </div>
      <div className="codeblock">
        <div className="codehead">
          <b>{t('webhooks.check')}</b>
          <span>{t('webhooks.checkNote')}</span>
        </div>
        <div className="json">
          <b className="bad">
            <SafeText text={check} longest={300} />
          </b>
        </div>
      </div>
    </>
  );
}

function Body({ text }: { text: string }) {
  const { t } = useTranslation();
  if (text === '') return null;
  const value = parsed(text);
  return (
    <div className="codeblock">
      <div className="codehead">
        <b>{t('webhooks.body')}</b>
        <span>{t('webhooks.bodyNote')}</span>
      </div>
      {value === undefined ? <pre className="json code">{safeString(text, 2_000)}</pre> : <Json label={t('webhooks.body')} value={value} />}
    </div>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
