import { RoomsList } from './rooms-list';

export default function Rooms() {
  return <RoomsList />;
}
