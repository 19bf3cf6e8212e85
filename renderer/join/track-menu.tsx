import { ActionIcon, Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconStackPush from '@tabler/icons-react/icons/IconStackPush';
import { useTranslation } from 'react-i18next';
import { safeString } from '../ui/safe-text';
import type { Person, ShownTrack } from './room-snapshot';
import type { Session } from './session';

const layers = ['high', 'medium', 'low'] as const;
const sources = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;

/** Which of a person's tracks are received, and at most in which layer. Nothing for oneself. */
export function TrackMenu({ session, person }: { session: Session; person: Person }) {
  const { t } = useTranslation();
  if (person.isLocal || person.tracks.length === 0) return null;
  return (
    <Menu withinPortal={false} position="top-end">
      <Menu.Target>
        <ActionIcon aria-label={`${t('join.tracks')}: ${safeString(person.identity, 60)}`}>
          <IconStackPush size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="rk-pop">
        {person.tracks.map((track) => (
          <TrackItems key={track.sid} session={session} person={person} track={track} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TrackItems({ session: { room, livekit }, person, track }: { session: Session; person: Person; track: ShownTrack }) {
  const { t } = useTranslation();
  const publication = room.remoteParticipants.get(person.identity)?.trackPublications.get(track.sid);
  if (!publication || !('setSubscribed' in publication)) return null;
  const source = t(`join.sources.${sources.find((known) => known === track.source) ?? 'unknown'}`);
  const quality = { high: livekit.VideoQuality.HIGH, medium: livekit.VideoQuality.MEDIUM, low: livekit.VideoQuality.LOW };
  return (
    <>
      <Menu.Item onClick={() => publication.setSubscribed(!publication.isDesired)}>
        {t(publication.isDesired ? 'join.unsubscribe' : 'join.subscribe', { source })}
      </Menu.Item>
      {track.kind === 'video' &&
        publication.isSubscribed &&
        layers.map((layer) => (
          <Menu.Item
            key={layer}
            rightSection={publication.videoQuality === quality[layer] && <IconCheck size={13} aria-hidden />}
            onClick={() => publication.setVideoQuality(quality[layer])}
          >
            {t('join.atMost', { source, layer: t(`join.qualities.${layer}`) })}
          </Menu.Item>
        ))}
    </>
  );
}
