import type { Person, ShownTrack } from './room-snapshot';

export type Seat = { person: Person; picture: ShownTrack };
export type StageView = 'grid' | 'speaker';
const ratio = 16 / 9;

/** How many columns make the pictures largest in this place. */
export function columnsFor(count: number, width: number, height: number): number {
  let [best, largest] = [1, 0];
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const fits = Math.min(width / columns, (height / rows) * ratio);
    if (fits > largest) [best, largest] = [columns, fits];
  }
  return best;
}

const isPicture = ({ kind, muted, subscribed }: ShownTrack) => kind === 'video' && !muted && subscribed;

/** Every picture that comes, and everyone without one. */
export function seatsOf(people: Person[]): { seats: Seat[]; unseen: Person[] } {
  const seats = people.flatMap((person) => person.tracks.filter(isPicture).map((picture) => ({ person, picture })));
  return { seats, unseen: people.filter(({ tracks }) => !tracks.some(isPicture)) };
}

/** Who is shown large: the pinned one, else a shared screen, else who speaks or spoke last, else another than oneself. */
export function largeSeat(seats: Seat[], pinned: string | null, speaker: string | null): Seat | undefined {
  return (
    seats.find(({ picture }) => picture.sid === pinned) ??
    seats.find(({ person, picture }) => picture.source === 'screen_share' && !person.isLocal) ??
    seats.find(({ person }) => person.identity === speaker) ??
    seats.find(({ person }) => !person.isLocal) ??
    seats[0]
  );
}
