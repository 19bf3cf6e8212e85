import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureCodes } from '../../main/contract/result';
import { api } from '../api';
import { go } from '../ui/route';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';

/** Says, wherever one is, that a recording of the open server should have ended and goes on. */
export function useTimerFailures(profileId: string): void {
  const { t } = useTranslation();
  const client = useQueryClient();
  useEffect(
    () =>
      api.on['egress.timerFailed']((failed) => {
        void client.invalidateQueries({ queryKey: ['egress.list'] });
        if (failed.profileId !== profileId) return;
        const why = t(`failures.${failureCodes.find((one) => one === failed.code) ?? 'internal'}.what`);
        toast(t('media.egress.timer.failed', { name: safeString(failed.room || failed.egressId, 60), why }), {
          icon: <IconAlertTriangle size={16} aria-hidden />,
          offer: { label: t('media.showForm'), run: () => go('media', 'egress') },
        });
      }),
    [client, profileId, t],
  );
}
