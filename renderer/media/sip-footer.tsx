import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '../../main/contract/form';
import { answerSeconds } from '../../main/contract/sip';
import { Keys } from '../ui/marks';
import { useReadOnly } from '../ui/read-only';
import { StartProgress } from './start-progress';

type Footer = { formId: string; id: string | undefined; verb: string; pending: boolean; isGone: boolean; onDelete: () => void };

/** What can be done with the form of a trunk, a rule or a call. */
export function SipFooter({ formId, id, verb, pending, isGone, onDelete }: Footer) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  return (
    <>
      <span className="mono">{id}</span>
      {id && (
        <Button variant="outline" color="red" disabled={readOnly || isGone} onClick={onDelete}>
          {t('media.deleteButton')}
        </Button>
      )}
      <Button type="submit" form={formId} variant="filled" disabled={readOnly} loading={pending} rightSection={<Keys of="Mod ↵" />}>
        {verb}
      </Button>
    </>
  );
}

/** While the other side may still answer. */
export function Ringing({ since, what, values }: { since: number; what: string; values: FormValues }) {
  const { t } = useTranslation();
  const most = answerSeconds(what === 'call' ? 'call' : 'transfer', values);
  return (
    <StartProgress since={since} most={most} label={t('media.sip.waits')} words={(seconds) => t('media.sip.progress', { seconds, most })} />
  );
}
