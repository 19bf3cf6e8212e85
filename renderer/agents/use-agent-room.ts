import { useState } from 'react';
import { roomOfRoute } from '../ui/room-link';
import { go, useRoute } from '../ui/route';

/** The room whose agents are shown, from the address; it stays while another view is. Empty: none chosen yet. */
export function useAgentRoom(): [room: string, choose: (room: string) => void] {
  const { section, view, item } = useRoute();
  const [last, setLast] = useState('');
  const wanted = section === 'media' && view === 'agents' ? roomOfRoute(item) : undefined;
  if (wanted && wanted !== last) setLast(wanted);
  return [wanted || last, (room) => go('media', 'agents', encodeURIComponent(room))];
}
