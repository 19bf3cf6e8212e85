import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconClockStop from '@tabler/icons-react/icons/IconClockStop';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedEgress } from '../../main/contract/egress';
import { isTriedAgain } from '../../main/contract/egress-timer';
import { failureCodes } from '../../main/contract/result';
import { api, unwrap } from '../api';
import { Problem } from '../ui/problem';
import { useTimes } from '../ui/times';

/** When this egress is stopped by the console, or why it could not be; and the way back. */
export function EgressTimerLine({
  egress: { id, timer },
  profileId,
  readOnly,
}: {
  egress: ListedEgress;
  profileId: string;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const times = useTimes();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => unwrap(api['egress.removeTimer']({ profileId, egressId: id })),
    onSettled: () => client.invalidateQueries({ queryKey: ['egress.list'] }),
  });
  if (!timer) return null;
  const code = failureCodes.find((one) => one === timer.failed) ?? 'internal';
  const time = times.when(new Date(timer.at), new Date());
  return (
    <>
      <p className="egress-timer">
        {timer.failed === null ? <IconClockStop size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
        <span className={timer.failed === null ? '' : 'bad'}>
          {timer.failed === null
            ? t('media.egress.timer.stops', { time })
            : t('media.egress.timer.failedAt', { time, why: t(`failures.${code}.what`) })}
          {isTriedAgain(timer.failed ?? '') && ` ${t('media.egress.timer.again')}`}
        </span>
        <Button size="compact-xs" disabled={readOnly} loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('media.egress.timer.takeBack')}
        </Button>
      </p>
      <Problem error={remove.error} />
    </>
  );
}
