import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../main/contract';
import { isDone } from '../../main/contract/guard';
import type { ActionReport, Participant, Track, Undo } from '../../main/contract/participants';
import { api, unwrap } from '../api';
import { useFailureWords } from '../ui/failure-words';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';
import type { LiveDialog } from './live-dialogs';
import type { LiveRoomData } from './use-live-room';

/** What can be done in a room without a question: muting, its undo, messages. Done is what the server's answer says. */
export function useLiveActions(room: string, { tell, list }: LiveRoomData, onDialog: (dialog: LiveDialog) => void) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const inRoom = { profileId: profile.id, room };
  const failureWords = useFailureWords();
  const failed = (error: Error) => {
    const { what, next } = failureWords(error);
    toast(`${what} ${next}`);
    void list.refetch();
  };
  const remoteUnmute = useQuery({
    queryKey: ['rooms.remoteUnmute', profile.id, room],
    queryFn: () => unwrap(api['rooms.remoteUnmute'](inRoom)),
    enabled: list.isSuccess && list.data.participants.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

  const shown = ({ results, ok, failed: bad }: ActionReport, muted: boolean) => {
    for (const { identity, trackSid } of results.filter(isDone)) tell({ kind: 'muted', at: Date.now(), identity, trackSid, muted });
    if (bad === 0) return true;
    void list.refetch();
    onDialog({ kind: 'results', title: t('live.mute.failed', { ok, failed: bad }), results });
    return false;
  };
  const send = useMutation({
    mutationFn: (request: Input<'participants.sendData'>) => unwrap(api['participants.sendData'](request)),
    onError: failed,
  });
  const askToUnmute = (person: Participant) =>
    send.mutate(
      {
        ...inRoom,
        identities: [person.identity],
        topic: 'ask-to-unmute',
        text: t('live.mute.askText'),
        reliable: true,
        confirmed: false,
        typedCount: null,
        reason: '',
      },
      {
        onSuccess: ({ reached }) => toast(reached === 0 ? t('live.message.nobody') : t('live.mute.asked', { name: nameOf(person) })),
      },
    );
  const takeBack = useMutation({
    mutationFn: (undo: Undo) => unwrap(api['participants.undo']({ ...inRoom, undo })),
    onError: failed,
    onSuccess: (report, undo) => {
      if (undo.kind === 'mute' ? !shown(report, undo.muted) : report.failed > 0) return;
      toast(t('live.mute.undone'));
      void list.refetch();
    },
  });
  const undoOf = ({ undo }: ActionReport) => (undo ? () => takeBack.mutate(undo) : undefined);

  const mute = useMutation({
    mutationFn: ({ person, tracks, muted }: { person: Participant; tracks: Track[]; muted: boolean }) =>
      unwrap(
        api['participants.mute']({
          ...inRoom,
          targets: tracks.map(({ sid }) => ({ identity: person.identity, trackSid: sid })),
          muted,
        }),
      ),
    onError: failed,
    onSuccess: (report, { person, tracks, muted }) => {
      if (!shown(report, muted)) return;
      const what = { name: nameOf(person), source: t(`live.sources.${tracks[0]?.source ?? 'unknown'}`) };
      if (!muted) return toast(t('live.mute.unmuted', what), { undo: undoOf(report) });
      if (remoteUnmute.data?.allowed === false)
        return toast(`${t('live.mute.muted', what)}. ${t('live.mute.noUndo')}`, {
          offer: { label: t('live.mute.ask'), run: () => askToUnmute(person) },
        });
      toast(t('live.mute.muted', what), { undo: undoOf(report) });
    },
  });
  const muteAll = useMutation({
    mutationFn: (except: string[]) => unwrap(api['participants.muteAll']({ ...inRoom, except })),
    onError: failed,
    onSuccess: (report) => {
      if (!shown(report, true)) return;
      if (report.results.length === 0) return toast(t('live.muteAll.none'));
      toast(t('live.muteAll.done', { count: report.ok }), { undo: undoOf(report) });
    },
  });

  const muteSome = useMutation({
    mutationFn: (people: Participant[]) => {
      const targets = people.flatMap(({ identity, tracks }) =>
        tracks.filter(({ source, muted }) => source === 'microphone' && !muted).map(({ sid }) => ({ identity, trackSid: sid })),
      );
      return targets.length > 0 ? unwrap(api['participants.mute']({ ...inRoom, targets, muted: true })) : Promise.resolve(null);
    },
    onError: failed,
    onSuccess: (report) => {
      if (!report) return toast(t('live.muteAll.none'));
      if (shown(report, true)) toast(t('live.muteAll.done', { count: report.ok }), { undo: undoOf(report) });
    },
  });

  const microphone = ({ tracks }: Participant) => tracks.find(({ source }) => source === 'microphone');
  const { mutate: muteNow, isPending, variables } = mute;
  /** Null: not known yet. */
  const canUnmute = remoteUnmute.data?.allowed ?? null;
  // What the table's columns hang on: the same until something about it changes, or every row would be drawn anew at each list.
  const media = useMemo(() => {
    const muting = new Set(isPending ? variables.tracks.map(({ sid }) => sid) : []);
    return {
      mute: (person: Participant, tracks: Track[], muted: boolean) => muteNow({ person, tracks, muted }),
      canUnmute,
      isMuting: (trackSid: string) => muting.has(trackSid),
    };
  }, [muteNow, isPending, variables, canUnmute]);
  return {
    ...media,
    media,
    /** The key M: the microphone, off or on again. */
    toggleMicrophone(person: Participant) {
      const track = microphone(person);
      if (track) media.mute(person, [track], !track.muted);
      else toast(t('live.mute.nothing'));
    },
    muteAll: (except: string[] = []) => muteAll.mutate(except),
    muteSome: (people: Participant[]) => muteSome.mutate(people),
    undoOf,
    failed,
    askToUnmute,
  };
}
export type MediaActions = LiveActions['media'];
export type LiveActions = ReturnType<typeof useLiveActions>;
