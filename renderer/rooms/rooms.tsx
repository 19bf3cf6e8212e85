import { lazy, Suspense } from 'react';
import { Keep } from '../ui/keep';
import { roomOfRoute } from '../ui/room-link';
import { useRoute } from '../ui/route';
import { RoomsList } from './rooms-list';

const LiveRoom = lazy(async () => ({ default: (await import('./live-room')).LiveRoom }));

/** The list of rooms, or one of them, live. The list keeps its filter, scroll and selection meanwhile. */
export default function Rooms() {
  const { section, view, item } = useRoute();
  const room = section === 'rooms' && view === 'open' ? roomOfRoute(item) : undefined;
  return (
    <>
      <Keep isShown={room === undefined}>
        <RoomsList />
      </Keep>
      {room !== undefined && (
        <Suspense>
          <LiveRoom key={room} room={room} />
        </Suspense>
      )}
    </>
  );
}
