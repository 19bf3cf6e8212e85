import { useEffect, useState } from 'react';
import type { Source } from './sending';
import { startTestCard } from './test-card';

/** What the lobby shows of a source before it is sent. */
export type Previewed = { stream: MediaStream | null; error: Error | null };
const nothing: Previewed = { stream: null, error: null };

async function open(source: Source, what: 'video' | 'audio', identity: string): Promise<{ stream: MediaStream | null; end: () => void }> {
  if (source.kind === 'synthetic' && what === 'video') {
    const card = startTestCard(identity, { width: 640, height: 360, framesPerSecond: 15 });
    return { stream: new MediaStream([card.track]), end: card.end };
  }
  if (source.kind !== 'device') return { stream: null, end: () => {} };
  const stream = await navigator.mediaDevices.getUserMedia({ [what]: source.id ? { deviceId: { exact: source.id } } : true });
  return { stream, end: () => stream.getTracks().forEach((track) => void track.stop()) };
}

/** Opens the source while it is shown, and gives it back. `onOpen`: a device was allowed, so that its name is known now. */
export function usePreview(source: Source, what: 'video' | 'audio', identity: string, onOpen: () => void): Previewed {
  const [shown, setShown] = useState(nothing);
  const { kind } = source;
  const id = source.kind === 'device' ? source.id : '';
  const seen = kind === 'synthetic' ? identity : '';
  useEffect(() => {
    const wanted: Source = kind === 'device' ? { kind, id } : { kind: kind === 'synthetic' ? kind : 'none' };
    const ended = new AbortController();
    const opening = open(wanted, what, seen);
    opening.then(
      ({ stream }) => {
        if (ended.signal.aborted) return;
        setShown({ stream, error: null });
        if (kind === 'device') onOpen();
      },
      (error: Error) => void (ended.signal.aborted || setShown({ stream: null, error })),
    );
    return () => {
      ended.abort();
      setShown(nothing);
      opening.then(({ end }) => end()).catch(() => {});
    };
  }, [kind, id, what, seen, onOpen]);
  return shown;
}

/** Loudness of a stream in dBFS, ten times a second; null: there is none. */
export function useLoudness(stream: MediaStream | null): number | null {
  const [decibels, setDecibels] = useState<number | null>(null);
  useEffect(() => {
    if (!stream) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      setDecibels(Math.max(-60, Math.round(10 * Math.log10(power + 1e-9))));
    }, 100);
    return () => {
      clearInterval(timer);
      setDecibels(null);
      void context.close();
    };
  }, [stream]);
  return decibels;
}
