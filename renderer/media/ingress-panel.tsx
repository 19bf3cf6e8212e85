import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ingress, ingressChangeForm, ingressForm } from '../../main/contract/ingress';
import { api, unwrap } from '../api';
import { CopyButton, CopyIcon } from '../ui/copy-button';
import { useHotkeys } from '../ui/hotkeys';
import { Kept } from '../ui/kept';
import { Finding, Keys } from '../ui/marks';
import { MaskedBox } from '../ui/masked-box';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { useReason } from '../ui/reason';
import { SafeText } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { toast } from '../ui/toasts';
import { RequestFailed } from './request-failed';
import { RequestForm } from './request-form';
import { useRequestForm } from './use-request-form';

type Panel = ReturnType<typeof usePanel>;

export function NewIngressPanel({ panel, onMade }: { panel: Panel; onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const form = useRequestForm(ingressForm);
  const { reason, field: reasonField } = useReason('harmless');
  const readOnly = useReadOnly();
  const create = useMutation({
    mutationFn: () => unwrap(api['ingress.create']({ profileId, values: form.typed(), reason })),
    gcTime: 0,
    onError: form.show,
    onSuccess: async ({ ingress }) => {
      await client.invalidateQueries({ queryKey: ['ingress.list'] });
      toast(t('media.ingress.created'));
      onMade(ingress.id);
    },
  });
  const submit = () => {
    if (!create.isPending && !readOnly && form.read()) create.mutate();
  };
  useHotkeys({ 'Mod ↵': submit });
  return (
    <SidePanel
      panel={panel}
      label={t('media.ingress.create')}
      title={t('media.ingress.create')}
      footer={
        <>
          <span />
          <Button
            type="submit"
            form={form.id}
            variant="filled"
            disabled={readOnly}
            loading={create.isPending}
            rightSection={<Keys of="Mod ↵" />}
          >
            {t('media.ingress.createVerb')}
          </Button>
        </>
      }
    >
      <RequestForm state={form} onSubmit={submit}>
        {reasonField}
        <RequestFailed error={create.error} part="ingress" />
      </RequestForm>
    </SidePanel>
  );
}

/** Where an encoder sends to, with its key behind dots; and what can be changed. */
export function IngressPanel({ ingress, panel, onDelete }: { ingress: Ingress; panel: Panel; onDelete: () => void }) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const readOnly = useReadOnly();
  const form = useRequestForm(ingressChangeForm, ingress.values);
  const { reason, field: reasonField } = useReason('harmless');
  // Whoever has it can send into the room: it is fetched for who asks, not for whom the row was only passed by.
  const [isWanted, setWanted] = useState(false);
  const key = useQuery({
    queryKey: ['ingress.key', profileId, ingress.id],
    queryFn: () => unwrap(api['ingress.key']({ profileId, ingressId: ingress.id })),
    enabled: ingress.hasKey && isWanted,
    retry: false,
    gcTime: 0,
  });
  const change = useMutation({
    mutationFn: () => unwrap(api['ingress.change']({ profileId, ingressId: ingress.id, values: form.typed(), reason })),
    gcTime: 0,
    onError: form.show,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['ingress.list'] });
      toast(t('media.saved'));
    },
  });
  const submit = () => {
    if (ingress.reusable && !change.isPending && !readOnly && form.read()) change.mutate();
  };
  useHotkeys({ 'Mod ↵': submit });
  return (
    <SidePanel
      panel={panel}
      label={t('media.ingress.one')}
      title={t('media.ingress.one')}
      footer={
        <>
          <span className="mono">{ingress.id}</span>
          <Button variant="outline" color="red" disabled={readOnly} onClick={onDelete}>
            {t('media.deleteButton')}
          </Button>
          {ingress.reusable && (
            <Button
              type="submit"
              form={form.id}
              variant="filled"
              disabled={readOnly}
              loading={change.isPending}
              rightSection={<Keys of="Mod ↵" />}
            >
              {t('media.save')}
            </Button>
          )}
        </>
      }
    >
      <div className="codeblock">
        <div className="codehead">
          <b>{t('media.ingress.address')}</b>
          {ingress.url && <CopyIcon text={ingress.url} label={t('media.ingress.copyAddress')} />}
        </div>
        <pre className="json">{ingress.url ? <SafeText text={ingress.url} /> : t('media.ingress.noAddress')}</pre>
      </div>
      {ingress.hasKey && !key.data && (
        <Kept
          label={t('media.ingress.streamKey')}
          where={t('media.ingress.keyThere')}
          action={t('media.ingress.getKey')}
          onAction={() => setWanted(true)}
        />
      )}
      {key.data && (
        <div className="keyed">
          <MaskedBox label={t('media.ingress.streamKey')} value={key.data.streamKey} />
          <CopyButton secret text={key.data.streamKey} label={t('media.ingress.copyKey')} />
        </div>
      )}
      <Problem error={key.error} />
      {ingress.error && <Finding tone="red" title={ingress.error} />}
      {ingress.reusable ? (
        <RequestForm state={form} onSubmit={submit}>
          <p className="rk-hint">{t('media.ingress.cannotClear')}</p>
          {reasonField}
          <Problem error={change.error} />
        </RequestForm>
      ) : (
        <Finding tone="plain" title={t('media.ingress.fixed')} />
      )}
    </SidePanel>
  );
}
