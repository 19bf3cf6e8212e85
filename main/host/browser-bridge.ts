import { createApi } from '../bridge';

const socket = new WebSocket(`ws://${location.host}/ipc`);
const closed = { ok: false, code: 'closed', message: 'Roomkeeper has been closed' };
const settled = new Promise((resolve) => {
  socket.addEventListener('open', resolve);
  socket.addEventListener('close', resolve);
});
const waiting = new Map<number, (result: unknown) => void>();
const listeners = new Map<string, Set<(payload: unknown) => void>>();
let lastId = 0;

socket.addEventListener('message', ({ data }) => {
  const { id, result, name, payload } = JSON.parse(data);
  if (name) for (const listener of listeners.get(name) ?? []) listener(payload);
  waiting.get(id)?.(result);
  waiting.delete(id);
});
socket.addEventListener('close', () => {
  for (const resolve of waiting.values()) resolve(closed);
});

const api = createApi({
  async call(name, input) {
    await settled;
    if (socket.readyState !== WebSocket.OPEN) return closed;
    return new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      socket.send(JSON.stringify({ id: lastId, name, input }));
    });
  },
  listen(name, listener) {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => void set.delete(listener);
  },
});
Object.defineProperty(window, 'api', { enumerable: true, value: api });
