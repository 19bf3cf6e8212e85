import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import { api, CallError, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { useStopAfter } from './stop-after';

type Later = { egress: Egress; onClose: () => void };

/** Sets the time at which the console stops an egress that runs. */
export function StopLater({ egress, onClose }: Later) {
  const { t } = useTranslation();
  const title = t('media.egress.timer.title', { name: safeString(egress.room || egress.of, 60) });
  return (
    <Dialog label={title} size={420} onClose={onClose}>
      <div className="dialog">
        <h2>{title}</h2>
        <Body egress={egress} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function Body({ egress, onClose }: Later) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const stopAfter = useStopAfter({ needed: true });
  const { reason, isGiven, field: reasonField } = useReason('dangerous');
  const set = useMutation({
    mutationFn: (seconds: number) => unwrap(api['egress.setTimer']({ profileId, egressId: egress.id, seconds, confirmed: true, reason })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['egress.list'] });
      toast(t('media.saved'));
      onClose();
    },
    onError: (error) => {
      if (error instanceof CallError && error.issues.some(({ path }) => path === 'seconds')) stopAfter.mark('out-of-range');
    },
  });
  const submit = () => {
    if (set.isPending || !isGiven) return;
    const seconds = stopAfter.read();
    if (seconds) set.mutate(seconds);
  };
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <>
      <p>{t('media.egress.timer.what')}</p>
      {stopAfter.field}
      {reasonField}
      <Problem error={set.error} />
      <footer>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button variant="filled" disabled={!isGiven} loading={set.isPending} onClick={submit} rightSection={<Keys of="Mod ↵" />}>
          {t('media.egress.timer.verb')}
        </Button>
      </footer>
    </>
  );
}
