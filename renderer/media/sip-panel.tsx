import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { initialValues } from '../../main/contract/form';
import { type SipItem, sipForms, sipKinds } from '../../main/contract/sip';
import { api, unwrap } from '../api';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { safeString } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { toast } from '../ui/toasts';
import { RequestForm } from './request-form';
import { useRequestForm } from './use-request-form';

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
};
const trunksOf = (items: SipItem[], kind: 'inbound' | 'outbound') =>
  items.filter((one) => one.kind === kind).map(({ id, values }) => ({ value: id, label: safeString(String(values.name || id), 60) }));

/** One form for each: a trunk, a rule, a call, a transfer. */
export function SipPanel({ what, item, items, panel, onSaved, onDelete }: Props) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const readOnly = useReadOnly();
  const form = useRequestForm(sipForms[what], item?.values ?? initialValues(sipForms[what]));
  const kind = sipKinds.find((one) => one === what);
  const send = useMutation({
    async mutationFn() {
      const values = form.typed();
      if (kind) return (await unwrap(api['sip.save']({ profileId, kind, id: item?.id ?? null, values }))).id;
      if (what === 'call') return (await unwrap(api['sip.call']({ profileId, values }))).identity;
      await unwrap(api['sip.transfer']({ profileId, values }));
      return '';
    },
    gcTime: 0,
    onError: form.show,
    async onSuccess(answer) {
      form.forgetSecrets();
      await client.invalidateQueries({ queryKey: ['sip.list'] });
      toast(kind ? t('media.saved') : t(`media.sip.done.${what === 'call' ? 'call' : 'transfer'}`, { identity: answer }));
      if (kind) onSaved(answer);
    },
  });
  const submit = () => {
    if (!send.isPending && !readOnly && form.read()) send.mutate();
  };
  useHotkeys({ 'Mod ↵': submit });
  const title = item ? t(`media.sip.edit.${item.kind}`) : t(`media.sip.tasks.${what}`);
  return (
    <SidePanel
      panel={panel}
      label={title}
      title={title}
      footer={
        <>
          <span className="mono">{item?.id}</span>
          {item && (
            <Button variant="outline" color="red" disabled={readOnly} onClick={onDelete}>
              {t('media.deleteButton')}
            </Button>
          )}
          <Button
            type="submit"
            form={form.id}
            variant="filled"
            disabled={readOnly}
            loading={send.isPending}
            rightSection={<Keys of="Mod ↵" />}
          >
            {item ? t('media.save') : t(`media.sip.verbs.${what}`)}
          </Button>
        </>
      }
    >
      <RequestForm
        state={form}
        onSubmit={submit}
        kept={item?.kept ?? []}
        offered={{ inbound: trunksOf(items, 'inbound'), outbound: trunksOf(items, 'outbound') }}
      >
        {kind && (
          <div className="findings">
            <Finding tone="plain" title={t('media.sip.neverShown')}>
              {t('media.sip.neverShownWhy')}
            </Finding>
          </div>
        )}
        <Problem error={send.error} />
      </RequestForm>
    </SidePanel>
  );
}
