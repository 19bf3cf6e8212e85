import type { Room } from 'livekit-client';
import { createStore } from '../ui/store';

/** One message that came or went. `kind`: a data packet, or a remote call with its answer. */
export type DataLine = { id: number; at: number; kind: 'data' | 'rpc'; mine: boolean; who: string; topic: string; text: string };
const longest = 300;
const decoder = new TextDecoder('utf-8', { fatal: true });

const hex = (payload: Uint8Array) => Array.from(payload.slice(0, 256), (byte) => byte.toString(16).padStart(2, '0')).join(' ');

function readable(payload: Uint8Array): string {
  try {
    return decoder.decode(payload);
  } catch {
    return hex(payload);
  }
}

/** Data packets in and out, and remote calls (RPC) asked and answered. */
export function createData(room: Room) {
  const lines = createStore<readonly DataLine[]>([]);
  const answered = createStore<readonly string[]>([]);
  let next = 0;
  const add = (line: Omit<DataLine, 'id' | 'at'>) => {
    next += 1;
    lines.set([...lines.get(), { ...line, id: next, at: Date.now() }].slice(-longest));
  };
  room.on('dataReceived', (payload, person, _kind, topic = '') =>
    add({ kind: 'data', mine: false, who: person?.identity ?? '', topic, text: readable(payload) }),
  );
  return {
    lines,
    /** Methods that are answered here. */
    answered,
    /** To everyone, or to one identity. Rejects where the token does not allow data. */
    async send(topic: string, text: string, to: string, reliable: boolean) {
      const destination = to ? { destinationIdentities: [to] } : {};
      await room.localParticipant.publishData(new TextEncoder().encode(text), { reliable, topic, ...destination });
      add({ kind: 'data', mine: true, who: to, topic, text });
    },
    /** Rejects with LiveKit's RpcError. */
    async call(destinationIdentity: string, method: string, payload: string) {
      const answer = await room.localParticipant.performRpc({ destinationIdentity, method, payload });
      add({ kind: 'rpc', mine: true, who: destinationIdentity, topic: method, text: answer });
      return answer;
    },
    /** Answers every call of this method with the same text, until the room is left. */
    answer(method: string, reply: string) {
      room.unregisterRpcMethod(method);
      room.registerRpcMethod(method, async ({ callerIdentity, payload }) => {
        add({ kind: 'rpc', mine: false, who: callerIdentity, topic: method, text: payload });
        return reply;
      });
      answered.set([...new Set([...answered.get(), method])]);
    },
  };
}
