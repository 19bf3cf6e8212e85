import IconBolt from '@tabler/icons-react/icons/IconBolt';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { useCommands } from '../ui/commands';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';

/** That the room's node is dead, and what clears it: everything else here looks as it did when the node died. */
export function GhostLine({ room, onRescue }: { room: string; onRescue: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const readOnly = useReadOnly();
  const check = useQuery({
    queryKey: ['rooms.check', profile.id, [room]],
    queryFn: () => unwrap(api['rooms.check']({ profileId: profile.id, rooms: [room] })),
    refetchInterval: 15_000,
    retry: false,
  });
  const isGhost = check.data?.[0]?.state === 'ghost';
  const group = t('palette.groups.room');
  useCommands(isGhost && !readOnly ? [{ id: 'live.rescue', group, icon: IconBolt, label: t('rooms.ghost.verb'), run: onRescue }] : []);
  if (!isGhost) return null;
  return (
    <div className="missed" role="alert">
      <Finding tone="amber" title={t('rooms.ghost.title')} action={readOnly ? undefined : { label: t('rooms.ghost.verb'), run: onRescue }}>
        {t('rooms.ghost.what')}
      </Finding>
    </div>
  );
}
