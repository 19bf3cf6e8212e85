import { useLayoutEffect, useRef } from 'react';
import { safeString } from '../ui/safe-text';
import type { Person, ShownTrack } from './room-snapshot';
import type { Session } from './session';

type Props = { session: Session; person: Person; picture: ShownTrack; onSize: (width: number, height: number) => void };

/** The picture of one track. The element is the track's for as long as it is shown. */
export function TrackPicture({ session, person, picture, onSize }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const { room, mark } = session;
  // Before the screen is painted: the first picture would wait for that, and for all else that is shown with it.
  useLayoutEffect(() => {
    const { current } = video;
    const who = room.getParticipantByIdentity(person.identity);
    const track = who?.trackPublications.get(picture.sid)?.videoTrack;
    if (!current || !track) return;
    track.attach(current);
    const onFrame = person.isLocal ? undefined : current.requestVideoFrameCallback(() => mark('firstFrame'));
    return () => {
      if (onFrame !== undefined) current.cancelVideoFrameCallback(onFrame);
      track.detach(current);
    };
  }, [room, mark, person.identity, person.isLocal, picture.sid]);
  return (
    <video
      ref={video}
      playsInline
      muted={person.isLocal}
      aria-label={safeString(person.identity)}
      onResize={({ currentTarget: { videoWidth, videoHeight } }) => onSize(videoWidth, videoHeight)}
    />
  );
}
