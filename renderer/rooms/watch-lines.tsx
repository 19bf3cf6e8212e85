import { Button } from '@mantine/core';
import IconDoorOff from '@tabler/icons-react/icons/IconDoorOff';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { failureCodes } from '../../main/contract/result';
import type { Watch } from '../../main/contract/watch';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { keepTold } from '../ui/told';

/** The watches at the doors of this server's rooms. */
export function useWatches(): Watch[] {
  const profile = useOpenProfile();
  const client = useQueryClient();
  const watches = useQuery({ queryKey: ['watch.list'], queryFn: () => unwrap(api['watch.list']({})) });
  useEffect(() => api.on['watch.changed']((all) => keepTold(client, ['watch.list'], all)), [client]);
  return useMemo(() => watches.data?.filter(({ profileId }) => profileId === profile.id) ?? [], [watches.data, profile.id]);
}

/** The watches at this room's door, with what they cannot do. */
export function WatchLines({ room }: { room: string }) {
  const { t } = useTranslation();
  const here = useWatches().filter((watch) => watch.room === room);
  const why = (problem: string) => {
    const code = failureCodes.find((one) => one === problem);
    return code ? t(`failures.${code}.what`) : problem;
  };
  return here.map(({ id, rule, removals, problem }) => (
    <div key={id} className="run watch">
      <IconDoorOff size={15} aria-hidden />
      <b>
        {rule.kind === 'ban'
          ? t('live.watch.banned', { who: `${rule.how === 'prefix' ? '^' : ''}${safeString(rule.text, 60)}` })
          : t('live.watch.gated', { count: rule.roster.length })}
      </b>
      <span>{t('live.watch.removals', { count: removals })}</span>
      <span className={problem ? 'trouble' : ''}>{problem ? t('live.watch.trouble', { why: why(problem) }) : t('live.watch.while')}</span>
      <Button size="compact-xs" onClick={() => void api['watch.stop']({ id })}>
        {t('live.watch.stop')}
      </Button>
    </div>
  ));
}
