import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionReport, Undo } from '../../main/contract/participants';
import type { PersonFound } from '../../main/contract/rooms';
import { api, CallError, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { hitId, type PeopleSearch } from './use-people-search';

export const nameOf = ({ participant: { name, identity } }: PersonFound) => safeString(name || identity, 60);
/** The microphone that is on, if several are published. */
export const microphoneOf = ({ participant: { tracks } }: PersonFound) => {
  const all = tracks.filter(({ source }) => source === 'microphone');
  return all.find(({ muted }) => !muted) ?? all[0];
};

/** Done is what the server's answer says; everything else is told with its reason. */
export function usePersonActions({ amend }: PeopleSearch) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const failed = (error: Error) => {
    const code = error instanceof CallError ? error.code : 'internal';
    const values = error instanceof CallError ? error.values : {};
    toast(`${t(`failures.${code}.what`, values)} ${t(`failures.${code}.next`, values)}`);
  };
  /** Whether all went well; a person who is gone is no longer a hit. */
  function settled(hit: PersonFound, { results }: ActionReport, muted: boolean): boolean {
    for (const { trackSid, status } of results) {
      if (status === 'absent') amend(hitId(hit), () => null);
      if (status === 'done' || status === 'already')
        amend(hitId(hit), (now) => ({
          ...now,
          participant: {
            ...now.participant,
            tracks: now.participant.tracks.map((track) => (track.sid === trackSid ? { ...track, muted } : track)),
          },
        }));
    }
    const bad = results.find(({ status }) => status !== 'done' && status !== 'already');
    if (bad) toast(t('people.failed', { name: nameOf(hit), why: t(`targets.${bad.status}`) }));
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
    mutationFn: ({ hit, trackSid, muted }: { hit: PersonFound; trackSid: string; muted: boolean }) => {
      const targets = [{ identity: hit.participant.identity, trackSid }];
      return unwrap(api['participants.mute']({ profileId: profile.id, room: hit.room, targets, muted }));
    },
    onError: failed,
    onSuccess: (report, { hit, muted }) => {
      if (!settled(hit, report, muted)) return;
      const { undo } = report;
      toast(t(muted ? 'people.muted' : 'people.unmuted', { name: nameOf(hit) }), {
        undo: undo ? () => takeBack.mutate({ hit, undo }) : undefined,
      });
    },
  });
  return {
    readOnly: profile.safety === 'read-only',
    toggleMicrophone(hit: PersonFound) {
      const track = microphoneOf(hit);
      if (track) mute.mutate({ hit, trackSid: track.sid, muted: !track.muted });
      else toast(t('people.noMicrophone'));
    },
    isMuting: (hit: PersonFound) => mute.isPending && hitId(mute.variables.hit) === hitId(hit),
    settledRemoval(hit: PersonFound, { results }: ActionReport) {
      const [result] = results;
      if (!result || ['done', 'already', 'absent'].includes(result.status)) {
        amend(hitId(hit), () => null);
        toast(t('people.remove.done', { name: nameOf(hit) }));
      } else toast(t('people.failed', { name: nameOf(hit), why: t(`targets.${result.status}`) }));
    },
  };
}
export type PersonActions = ReturnType<typeof usePersonActions>;
