import type { Room, TextStreamReader } from 'livekit-client';
import { createStore } from '../ui/store';

/** One piece of what somebody said; it grows until it is final. */
export type Caption = { id: string; from: string; text: string; final: boolean };
const longest = 200;

/** What agents write down of the talk: text streams with the topic `lk.transcription`, and the older transcription packets. */
export function createCaptions(room: Room) {
  const captions = createStore<readonly Caption[]>([]);
  const put = (caption: Caption) => {
    const before = captions.get();
    const at = before.findIndex(({ id }) => id === caption.id);
    captions.set(at < 0 ? [...before, caption].slice(-longest) : before.with(at, caption));
  };
  const read = async (reader: TextStreamReader, from: string) => {
    const { id, attributes } = reader.info;
    const caption = { id: attributes?.['lk.segment_id'] ?? id, from, final: attributes?.['lk.transcription_final'] === 'true' };
    let text = '';
    for await (const chunk of reader) {
      text += chunk;
      put({ ...caption, text });
    }
  };
  room.registerTextStreamHandler('lk.transcription', (reader, { identity }) => {
    read(reader, identity).catch(() => {}); // its sender left in the middle of it
  });
  room.on('transcriptionReceived', (segments, person) => {
    for (const { id, text, final } of segments) put({ id, from: person?.identity ?? '', text, final });
  });
  return captions;
}
