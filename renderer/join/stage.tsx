import { useState } from 'react';
import { PersonChip } from './person-chip';
import type { Person } from './room-snapshot';
import { columnsFor, largeSeat, type Seat, type StageView, seatsOf } from './seating';
import type { Session } from './session';
import { Tile } from './tile';
import { useSize } from './use-size';

/** Everyone: with a picture as a tile, without one below the tiles. */
export function Stage({ session, view }: { session: Session; view: StageView }) {
  const { people } = session.shown.use();
  const [place, { width, height }] = useSize();
  const [pinned, setPinned] = useState<string | null>(null);
  const speaker = useLastSpeaker(people);
  const { seats, unseen } = seatsOf(people);
  const isPinned = seats.some(({ picture }) => picture.sid === pinned);
  const large = view === 'speaker' || isPinned ? largeSeat(seats, pinned, speaker) : undefined;
  const rest = seats.filter((seat) => seat !== large);
  const tile = (seat: Seat) => (
    <Tile
      key={seat.picture.sid}
      session={session}
      seat={seat}
      pinned={seat.picture.sid === pinned}
      onPin={() => setPinned(seat.picture.sid === pinned ? null : seat.picture.sid)}
    />
  );
  return (
    <>
      <div className="seats" ref={place} data-large={large ? '' : undefined}>
        {large ? (
          <>
            {tile(large)}
            {rest.length > 0 && <div className="seats strip">{rest.map(tile)}</div>}
          </>
        ) : (
          <div className="seats grid" style={{ gridTemplateColumns: `repeat(${columnsFor(rest.length, width, height)}, minmax(0, 1fr))` }}>
            {rest.map(tile)}
          </div>
        )}
      </div>
      {unseen.length > 0 && (
        <div className="seats small">
          {unseen.map((person) => (
            <PersonChip key={person.sid} session={session} person={person} />
          ))}
        </div>
      )}
    </>
  );
}

/** Stays with the last one while nobody speaks, so that the picture does not jump. */
function useLastSpeaker(people: Person[]): string | null {
  const [last, setLast] = useState<string | null>(null);
  const speaks = people.find(({ speaking, isLocal }) => speaking && !isLocal)?.identity ?? null;
  if (speaks !== null && speaks !== last) setLast(speaks);
  return speaks ?? last;
}
