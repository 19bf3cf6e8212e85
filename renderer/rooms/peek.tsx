import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { RemoteTrack } from 'livekit-client';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant, Track } from '../../main/contract/participants';
import { api, CallError, unwrap } from '../api';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { nameOf } from '../ui/person-name';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { toast } from '../ui/toasts';
import type { PanelProps } from './live-panel';

type Running = { track: RemoteTrack; peekId: string; until: number; end: () => void };

/** Listens to or looks at one track: written down first, then subscribed to. Ends by itself, and when the panel goes. */
export function usePeek({ person, room, live }: PanelProps) {
  const profile = useOpenProfile();
  const [running, setRunning] = useState<Running | null>(null);
  const [asking, setAsking] = useState<Track | null>(null);
  const latest = useRef<Running | null>(null);
  const gone = useRef(false);
  const finish = useCallback(() => {
    const was = latest.current;
    latest.current = null;
    setRunning(null);
    if (!was) return;
    was.track.detach();
    was.end();
    void api['rooms.endPeek']({ peekId: was.peekId });
  }, []);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      finish();
    };
  }, [finish]);
  const begin = useMutation({
    mutationFn: async ({ track, reason }: { track: Track; reason: string }) => {
      finish();
      const given = { profileId: profile.id, room, identity: person.identity, trackSid: track.sid, reason };
      const { peekId, seconds } = await unwrap(api['rooms.peek'](given));
      try {
        const subscribed = await live.observer.current?.peek(person.identity, track.sid);
        if (!subscribed) throw new Error('nothing observes');
        return { ...subscribed, peekId, until: Date.now() + seconds * 1_000 };
      } catch (error) {
        await api['rooms.endPeek']({ peekId });
        throw error;
      }
    },
    onSuccess: (peek) => {
      latest.current = peek;
      // The panel was closed while the track was on its way.
      if (gone.current) return finish();
      setRunning(peek);
      setAsking(null);
    },
  });
  const may = live.link.state === 'on' && live.link.observation.peek;
  const start = (track: Track) => (profile.policy.reasonRequired ? setAsking(track) : begin.mutate({ track, reason: '' }));
  return { may, running, asking, setAsking, start, begin, finish };
}
type Peek = ReturnType<typeof usePeek>;

const canPeek = ({ kind, muted }: Track) => kind !== 'data' && !muted;

/** The key P: to the microphone, or else to what there is; pressed again it ends. Answers the track it takes. */
export function usePeekKey(person: Participant, peek: Peek, asked: number): Track | undefined {
  const { t } = useTranslation();
  const tracks = person.tracks.filter(canPeek);
  const track = tracks.find(({ source }) => source === 'microphone') ?? tracks[0];
  const toggle = () => {
    if (peek.running) peek.finish();
    else if (!peek.may) toast(t('live.peek.off'));
    else if (track) peek.start(track);
    else toast(t('live.peek.nothing', { name: nameOf(person) }));
  };
  useHotkeys({ P: toggle });
  const answered = useRef(0);
  const answer = useEffectEvent(toggle);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    if (asked !== 0) answer();
  }, [asked]);
  return track;
}

export function PeekButton({ track, peek, hasKey }: { track: Track; peek: Peek; hasKey: boolean }) {
  const { t } = useTranslation();
  if (!peek.may || !canPeek(track)) return null;
  const isOn = peek.running?.track.sid === track.sid;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      title={t('live.peek.hint')}
      rightSection={hasKey && <Keys of="P" />}
      loading={peek.begin.isPending && peek.begin.variables.track.sid === track.sid}
      onClick={() => (isOn ? peek.finish() : peek.start(track))}
    >
      {isOn ? t('live.peek.end') : t(labelOf(track))}
    </Button>
  );
}

const labelOf = ({ kind }: Track) => (kind === 'audio' ? 'live.peek.listen' : 'live.peek.look');

function PeekFailure({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  // Main refused it; else the observer did not get the track.
  return error && !(error instanceof CallError) ? <Finding tone="amber" title={t('live.peek.failed')} /> : <Problem error={error} />;
}

/** Why, before it begins. */
function PeekReason({ track, peek: { begin, setAsking } }: { track: Track; peek: Peek }) {
  const { t } = useTranslation();
  const { reason, isGiven, field } = useReason('dangerous');
  return (
    <form
      className="peek"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGiven) begin.mutate({ track, reason });
      }}
    >
      <span className="rk-hint">{t('live.peek.hint')}</span>
      {field}
      <div className="diff-end">
        <Button variant="subtle" onClick={() => setAsking(null)}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" variant="filled" disabled={!isGiven} loading={begin.isPending}>
          {t(labelOf(track))}
        </Button>
      </div>
      <PeekFailure error={begin.error} />
    </form>
  );
}

/** Visible as long as it lasts. */
export function PeekBox({ peek }: { peek: Peek }) {
  const { running, asking, begin, finish } = peek;
  const { t } = useTranslation();
  const media = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const { current } = media;
    if (!running || !current) return;
    const element = running.track.attach();
    if (running.track.kind === 'video') element.setAttribute('aria-label', t('live.peek.video'));
    current.append(element);
    const count = () => {
      const seconds = Math.ceil((running.until - Date.now()) / 1_000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) finish();
    };
    count();
    const timer = setInterval(count, 250);
    return () => {
      clearInterval(timer);
      element.remove();
    };
  }, [running, finish, t]);
  if (asking) return <PeekReason track={asking} peek={peek} />;
  if (!running) return <PeekFailure error={begin.error} />;
  return (
    <div className="peek">
      <b>{t('live.peek.now', { seconds: left })}</b>
      <span className="rk-hint">{t('live.peek.hint')}</span>
      <div ref={media} />
    </div>
  );
}
