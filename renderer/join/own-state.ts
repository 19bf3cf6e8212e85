import type { Connection, RoomSnapshot } from './room-snapshot';

/** The colour of the dot that stands for a connection. */
export const connectionDot: Record<Connection, string> = { connecting: '', connected: 'green', reconnecting: 'amber', left: 'red' };

/** Whether one sends from a source (LiveKit's name of it) now: published, and not muted. */
export const sends = ([self]: RoomSnapshot['people'], source: string): boolean =>
  self?.tracks.some((track) => track.source === source && !track.muted) ?? false;
