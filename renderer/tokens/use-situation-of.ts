import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReadClaims } from '../../main/contract/claims';
import { isDependent } from '../../main/contract/grants';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';

/** How things stand on the server for the room and identity that a token names. Nothing is asked before `isAsked`. */
export function useSituationOf(claims: ReadClaims | undefined, isAsked: boolean) {
  const { id: profileId } = useOpenProfile();
  const { sub: identity, video, kind, roomPreset, roomConfig } = claims ?? {};
  const room = video?.roomJoin ? video.room : undefined;
  const asked = isAsked &&
    room &&
    identity && {
      profileId,
      room,
      identity,
      uncounted: isDependent(video ?? {}, kind),
      roomSettings: Boolean(roomPreset || roomConfig),
    };
  return useQuery({
    queryKey: ['tokens.situation', asked],
    queryFn: asked ? () => unwrap(api['tokens.situation'](asked)) : skipToken,
    gcTime: 0,
    retry: false,
  });
}
