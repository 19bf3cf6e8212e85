import type { Room } from 'livekit-client';
import { createStore } from '../ui/store';

/** One line of the chat. `from`: the identity of who wrote it. */
export type ChatLine = { id: string; from: string; mine: boolean; at: number; text: string };
/** What is kept; older lines are dropped. */
const longest = 500;

/** LiveKit's chat: text streams with the topic `lk.chat`, as its own components write them, and the older data packets. */
export function createChat(room: Room) {
  const lines = createStore<readonly ChatLine[]>([]);
  const add = (line: ChatLine) => {
    const others = lines.get().filter(({ id }) => id !== line.id);
    lines.set([...others, line].slice(-longest));
  };
  room.registerTextStreamHandler('lk.chat', (reader, { identity }) => {
    const { id, timestamp } = reader.info;
    void reader.readAll().then(
      (text) => add({ id, from: identity, mine: false, at: timestamp, text }),
      () => {}, // its sender left in the middle of it
    );
  });
  room.on('chatMessage', ({ id, timestamp, message }, person) => {
    if (person && !person.isLocal) add({ id, from: person.identity, mine: false, at: timestamp, text: message });
  });
  return {
    lines,
    /** Rejects where the token does not allow data. */
    async send(text: string) {
      const { id, timestamp } = await room.localParticipant.sendText(text, { topic: 'lk.chat' });
      add({ id, from: room.localParticipant.identity, mine: true, at: timestamp, text });
    },
  };
}
