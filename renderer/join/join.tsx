import { Lobby } from './lobby';
import { RoomView } from './room-view';
import { useJoin } from './use-join';
import './join.css';

/** QA's way into a room: the lobby, or the room that was joined. */
export default function Join() {
  const { session, begin, leave } = useJoin();
  return session ? <RoomView session={session} onLeave={leave} /> : <Lobby begin={begin} />;
}
