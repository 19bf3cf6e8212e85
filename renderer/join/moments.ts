import type { Room } from 'livekit-client';
import { withoutTokens } from './refusal';

/** What happened to a connection; each has its sentence in every language. */
export const momentNames = [
  'asked',
  'signalReconnecting',
  'reconnecting',
  'reconnected',
  'disconnected',
  'tokenRefreshed',
  'permissions',
  'moved',
  'published',
  'unpublished',
  'subscribed',
  'unsubscribed',
  'subscriptionFailed',
  'quality',
  'mediaFlows',
  'mediaStopped',
] as const;
/** `at`: epoch in ms. `detail`: what the sentence names, in LiveKit's own words. */
export type Moment = { at: number; what: (typeof momentNames)[number]; detail: string };

/** Tells what happens to the connection, and to what one's own token allows, until `signal`. */
export function watchMoments(room: Room, tell: (moment: Moment) => void, signal: AbortSignal): void {
  const say = (what: Moment['what'], detail = '') => tell({ at: Date.now(), what, detail: withoutTokens(detail) });
  const { localParticipant, engine } = room;
  const refreshed = () => say('tokenRefreshed');
  const stops = [
    on(room, 'signalReconnecting', () => say('signalReconnecting')),
    on(room, 'reconnecting', () => say('reconnecting')),
    on(room, 'reconnected', () => say('reconnected')),
    on(room, 'disconnected', (reason) => say('disconnected', String(reason ?? 0))),
    on(room, 'moved', (name) => say('moved', name)),
    on(room, 'localTrackPublished', ({ source }) => say('published', source)),
    on(room, 'localTrackUnpublished', ({ source }) => say('unpublished', source)),
    on(room, 'trackSubscribed', (_track, { source }, { identity }) => say('subscribed', `${identity} ${source}`)),
    on(room, 'trackUnsubscribed', (_track, { source }, { identity }) => say('unsubscribed', `${identity} ${source}`)),
    on(room, 'trackSubscriptionFailed', (sid, { identity }) => say('subscriptionFailed', `${identity} ${sid}`)),
    on(room, 'participantPermissionsChanged', (before, person) => {
      if (person === localParticipant) say('permissions', changedRights(before, person.permissions));
    }),
    on(room, 'connectionQualityChanged', (quality, person) => {
      if (person === localParticipant) say('quality', quality);
    }),
  ];
  engine.on('tokenRefreshed', refreshed);
  signal.addEventListener('abort', () => {
    engine.off('tokenRefreshed', refreshed);
    for (const stop of stops) stop();
  });
}

type Events = Parameters<Room['on']>;
type Callback<E extends Events[0]> = Parameters<typeof Room.prototype.on<E>>[1];
function on<E extends Events[0]>(room: Room, event: E, callback: Callback<E>): () => void {
  room.on(event, callback);
  return () => room.off(event, callback);
}

/** Rights that are not what they were, as `canPublish: no`. A right that was never named counts as not given. */
export function changedRights(before: object | undefined, after: object | undefined): string {
  const was = new Map(Object.entries(before ?? {}));
  return Object.entries(after ?? {})
    .filter(([right, now]) => typeof now !== 'function' && JSON.stringify(was.get(right) ?? false) !== JSON.stringify(now))
    .map(([right, now]) => `${right}: ${typeof now === 'boolean' ? (now ? 'yes' : 'no') : JSON.stringify(now)}`)
    .join(', ');
}
