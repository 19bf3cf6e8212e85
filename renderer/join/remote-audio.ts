import type { Room } from 'livekit-client';

/** Plays what is heard of the others; each element goes with its track. `onFirst`: the first sound plays. */
export function playRemoteAudio(room: Room, onFirst: () => void): void {
  room.on('trackSubscribed', (track) => {
    if (track.kind !== 'audio') return;
    const element = track.attach();
    element.addEventListener('playing', onFirst, { once: true });
  });
  room.on('trackUnsubscribed', (track) => {
    for (const element of track.detach()) element.remove();
  });
}
