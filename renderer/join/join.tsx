import { Lobby } from './lobby';
import { RoomView } from './room-view';
import { useJoin } from './use-join';
import './join.css';

/** QA's way into a room: the lobby, or the room that was joined. */
export default function Join() {
  const { session, begin, again, leave } = useJoin();
  return session ? <RoomView session={session} onAgain={again} onLeave={leave} /> : <Lobby begin={begin} />;
}
