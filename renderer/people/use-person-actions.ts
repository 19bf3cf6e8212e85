import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isDone } from '../../main/contract/guard';
import type { ActionReport, Track, Undo } from '../../main/contract/participants';
import type { PersonFound } from '../../main/contract/rooms';
import { api, unwrap } from '../api';
import { useFailureWords } from '../ui/failure-words';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { toast } from '../ui/toasts';
import { hitId, type PeopleSearch } from './use-people-search';

/** The microphone that is on, if several are published. */
const microphoneOf = ({ participant: { tracks } }: PersonFound) => {
  const all = tracks.filter(({ source }) => source === 'microphone');
  return all.find(({ muted }) => !muted) ?? all[0];
};

/** Done is what the server's answer says; everything else is told with its reason. */
export function usePersonActions({ amend }: PeopleSearch) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const readOnly = useReadOnly();
  const failureWords = useFailureWords();
  const failed = (error: Error) => {
    const { what, next } = failureWords(error);
    toast(`${what} ${next}`);
  };
  /** Whether all went well; a person who is gone is no longer a hit. */
  function settled(hit: PersonFound, { results }: ActionReport, muted: boolean): boolean {
    for (const { trackSid, status } of results) {
      if (status === 'absent') amend(hitId(hit), () => null);
      if (isDone({ status }))
        amend(hitId(hit), (now) => ({
          ...now,
          participant: {
            ...now.participant,
            tracks: now.participant.tracks.map((track) => (track.sid === trackSid ? { ...track, muted } : track)),
          },
        }));
    }
    const bad = results.find((result) => !isDone(result));
    if (bad) toast(t('people.failed', { name: nameOf(hit.participant), why: t(`targets.${bad.status}`) }));
    return bad === undefined;
  }
  const takeBack = useMutation({
    mutationFn: ({ hit, undo }: { hit: PersonFound; undo: Undo }) =>
      unwrap(api['participants.undo']({ profileId: profile.id, room: hit.room, undo })),
    onError: failed,
    onSuccess: (report, { hit, undo }) => {
      if (undo.kind === 'mute' && settled(hit, report, undo.muted)) toast(t('people.undone'));
    },
  });
  const mute = useMutation({
    mutationFn: ({ hit, tracks, muted }: { hit: PersonFound; tracks: Track[]; muted: boolean }) => {
      const targets = tracks.map(({ sid }) => ({ identity: hit.participant.identity, trackSid: sid }));
      return unwrap(api['participants.mute']({ profileId: profile.id, room: hit.room, targets, muted }));
    },
    onError: failed,
    onSuccess: (report, { hit, tracks, muted }) => {
      if (!settled(hit, report, muted)) return;
      const { undo } = report;
      const what = { name: nameOf(hit.participant), source: t(`live.sources.${tracks[0]?.source ?? 'unknown'}`) };
      toast(t(muted ? 'live.mute.muted' : 'live.mute.unmuted', what), { undo: undo ? () => takeBack.mutate({ hit, undo }) : undefined });
    },
  });
  const { mutate, isPending, variables } = mute;
  // What the columns hang on: the same until something about it changes.
  const row = useMemo(() => {
    const muting = isPending ? hitId(variables.hit) : null;
    return {
      readOnly,
      mute: (hit: PersonFound, tracks: Track[], muted: boolean) => mutate({ hit, tracks, muted }),
      isMuting: (hit: PersonFound) => hitId(hit) === muting,
    };
  }, [readOnly, mutate, isPending, variables]);
  return {
    row,
    toggleMicrophone(hit: PersonFound) {
      const track = microphoneOf(hit);
      if (track) row.mute(hit, [track], !track.muted);
      else toast(t('people.noMicrophone'));
    },
    settledRemoval(hit: PersonFound, { results }: ActionReport) {
      const [result] = results;
      if (!result || isDone(result) || result.status === 'absent') {
        amend(hitId(hit), () => null);
        toast(t('people.remove.done', { name: nameOf(hit.participant) }));
      } else toast(t('people.failed', { name: nameOf(hit.participant), why: t(`targets.${result.status}`) }));
    },
  };
}
export type PersonActions = ReturnType<typeof usePersonActions>['row'];
export type HitActions = ReturnType<typeof usePersonActions>;
