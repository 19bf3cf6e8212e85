import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initialValues } from '../../main/contract/form';
import { type SipItem, sipForms } from '../../main/contract/sip';
import { CallError } from '../api';
import { useHotkeys } from '../ui/hotkeys';
import { Finding } from '../ui/marks';
import { useReadOnly } from '../ui/read-only';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { RequestFailed } from './request-failed';
import { RequestForm } from './request-form';
import { Ringing, SipFooter } from './sip-footer';
import { TransferCall } from './transfer-call';
import { useRequestForm } from './use-request-form';
import { useSipSend } from './use-sip-send';

/** What the panel is for; `id` null: a new one. */
export type SipTask = { what: keyof typeof sipForms; id: string | null };
type Props = {
  what: SipTask['what'];
  item: SipItem | null;
  /** All there are: trunks are offered where one is wanted. */
  items: SipItem[];
  panel: ReturnType<typeof usePanel>;
  onSaved: (id: string) => void;
  onDelete: () => void;
  /** Begins anew with what is there now. */
  onAnew: () => void;
};
const trunksOf = (items: SipItem[], kind: 'inbound' | 'outbound') =>
  items.filter((one) => one.kind === kind).map(({ id, values }) => ({ value: id, label: safeString(String(values.name || id), 60) }));

/** One form for each: a trunk, a rule, a call, a transfer. */
export function SipPanel({ what, item, items, panel, onSaved, onDelete, onAnew }: Props) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  // What the form began with: the list beside it goes on, and may lose it.
  const [begun, setBegun] = useState(item);
  const form = useRequestForm(sipForms[what], begun?.values ?? initialValues(sipForms[what]));
  const { reason, field: reasonField } = useReason('harmless');
  const [isAsking, setAsking] = useState(false);
  const { send, askedAt, kind } = useSipSend({
    what,
    form,
    begun,
    onSaved(saved) {
      setBegun(saved);
      onSaved(saved.id);
    },
  });
  const submit = () => {
    if (send.isPending || readOnly || !form.read()) return;
    if (what === 'transfer') setAsking(true);
    else send.mutate(reason);
  };
  useHotkeys({ 'Mod ↵': submit });
  const title = begun ? t(`media.sip.edit.${begun.kind}`) : t(`media.sip.tasks.${what}`);
  const isGone = begun !== null && !items.some(({ id }) => id === begun.id);
  const isChanged = send.error instanceof CallError && send.error.code === 'conflict';
  const footer =
    kind || askedAt === null ? (
      <SipFooter
        formId={form.id}
        id={begun?.id}
        verb={begun ? t('media.save') : t(`media.sip.verbs.${what}`)}
        pending={send.isPending}
        isGone={isGone}
        onDelete={onDelete}
      />
    ) : (
      <Ringing since={askedAt} what={what} values={form.values} />
    );
  return (
    <SidePanel panel={panel} label={title} title={title} footer={footer}>
      {isGone && <Gone />}
      <RequestForm
        state={form}
        onSubmit={submit}
        kept={begun?.kept ?? []}
        offered={{ inbound: trunksOf(items, 'inbound'), outbound: trunksOf(items, 'outbound') }}
      >
        {kind && (
          <div className="findings">
            <Finding tone="plain" title={t('media.sip.neverShown')}>
              {t('media.sip.neverShownWhy')}
            </Finding>
          </div>
        )}
        {what !== 'transfer' && reasonField}
        <RequestFailed error={send.error} part="sip" maybe={t('media.sip.maybe')}>
          {isChanged && <Button onClick={onAnew}>{t('media.sip.anew')}</Button>}
        </RequestFailed>
      </RequestForm>
      {isAsking && (
        <TransferCall
          values={form.values}
          onConfirm={(why) => {
            setAsking(false);
            send.mutate(why);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </SidePanel>
  );
}

function Gone() {
  const { t } = useTranslation();
  return (
    <div className="findings">
      <Finding tone="amber" title={t('media.sip.gone')}>
        {t('media.sip.goneWhy')}
      </Finding>
    </div>
  );
}
