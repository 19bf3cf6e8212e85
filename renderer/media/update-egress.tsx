import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import { layoutForm, streamForm } from '../../main/contract/egress-forms';
import { initialValues } from '../../main/contract/form';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { RequestFailed } from './request-failed';
import { RequestForm } from './request-form';
import { useRequestForm } from './use-request-form';

type Update = { egress: Egress; what: 'layout' | 'stream'; onClose: () => void };

/** Changes an egress while it runs: how it lays people out, or where it streams to. */
export function UpdateEgress(update: Update) {
  const { t } = useTranslation();
  const { room, of } = update.egress;
  const title = t(`media.egress.${update.what}.title`, { name: safeString(room || of, 60) });
  return (
    <Dialog label={title} size={520} onClose={update.onClose}>
      <div className="dialog wide">
        <h2>{title}</h2>
        <Body {...update} />
      </div>
    </Dialog>
  );
}

function Body({ egress, what, onClose }: Update) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const { reason, field: reasonField } = useReason('harmless');
  const description = what === 'layout' ? layoutForm : streamForm;
  const form = useRequestForm(description, { ...initialValues(description), ...(egress.layout ? { layout: egress.layout } : {}) });
  const update = useMutation({
    mutationFn() {
      const call = what === 'layout' ? 'egress.updateLayout' : 'egress.updateStream';
      return unwrap(api[call]({ profileId, egressId: egress.id, values: form.typed(), reason }));
    },
    gcTime: 0,
    onError: form.show,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['egress.list'] });
      toast(t('media.saved'));
      onClose();
    },
  });
  const submit = () => {
    if (!update.isPending && form.read()) update.mutate();
  };
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  const streams = egress.outputs.filter(({ kind }) => kind === 'stream');
  return (
    <>
      {what === 'stream' && (
        <section className="targets" aria-label={t('media.egress.stream.now')}>
          {streams.map(({ where, error }) => (
            <div key={where}>
              {where} {error && <span className="bad">{error}</span>}
            </div>
          ))}
        </section>
      )}
      <RequestForm state={form} onSubmit={submit}>
        {reasonField}
        <RequestFailed error={update.error} part="egress" />
      </RequestForm>
      <footer>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" form={form.id} variant="filled" loading={update.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t('media.save')}
        </Button>
      </footer>
    </>
  );
}
