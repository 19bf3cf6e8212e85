import { useState } from 'react';
import type { Egress } from '../../main/contract/egress';
import { type ToRecord, toRecordOf } from '../ui/record-link';
import { useRoute } from '../ui/route';
import type { Wanted } from './start-egress';

/** As the form asks for it. */
function startOf({ room, identity, trackSid }: ToRecord): Omit<Wanted, 'no'> {
  const room_name = room;
  if (identity !== undefined) return { method: 'Participant', values: { room_name, identity } };
  return trackSid === undefined
    ? { method: 'RoomComposite', values: { room_name } }
    : { method: 'Track', values: { room_name, track_id: trackSid } };
}

/** With what the form begins anew: what the address names (`record-link.ts`), or an egress that is asked for again; the later one. */
export function useWantedEgress(): [wanted: Wanted | null, again: (egress: Egress) => void] {
  const { section, view, item } = useRoute();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [place, setPlace] = useState<string>();
  const asked = section === 'media' && view === 'egress' ? toRecordOf(item) : undefined;
  if (asked && item !== place) {
    setPlace(item);
    setWanted({ no: `place ${item}`, ...startOf(asked) });
  }
  return [
    wanted,
    ({ again }) => {
      if (again) setWanted({ no: Date.now(), ...again });
    },
  ];
}
