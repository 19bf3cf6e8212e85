import { useState } from 'react';
import type { Egress } from '../../main/contract/egress';
import { roomOfRoute } from '../ui/room-link';
import { useRoute } from '../ui/route';
import type { Wanted } from './start-egress';

/** With what the form begins anew: the room of the address (`#/media/egress/<room>`), or an egress that is asked for again; the later one. */
export function useWantedEgress(): [wanted: Wanted | null, again: (egress: Egress) => void] {
  const { section, view, item } = useRoute();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [place, setPlace] = useState('');
  const room = section === 'media' && view === 'egress' ? roomOfRoute(item) : undefined;
  if (room && room !== place) {
    setPlace(room);
    setWanted({ no: `room ${room}`, method: 'RoomComposite', values: { room_name: room } });
  }
  return [
    wanted,
    ({ again }) => {
      if (again) setWanted({ no: Date.now(), ...again });
    },
  ];
}
