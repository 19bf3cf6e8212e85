import { createApi, longestMessage } from '../bridge';

const patienceMs = 10_000; // as long as the host waits for its page
const againMs = 500;
const goingAway = 1001; // the host says that it ends
const closed = { ok: false, code: 'closed', message: 'Roomkeeper has been closed' };
const tooLong = { ok: false, code: 'invalid-input', message: `More than ${longestMessage} bytes` };

const waiting = new Map<number, (result: unknown) => void>();
const listeners = new Map<string, Set<(payload: unknown) => void>>();
let lastId = 0;
/** The socket as soon as it is open; none once the host is out of reach. */
let line: Promise<WebSocket | undefined> = reach();
void hold();

function dial(): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${location.host}/ipc`);
    socket.addEventListener('open', () => resolve(socket));
    socket.addEventListener('close', () => resolve(undefined));
  });
}

async function reach(): Promise<WebSocket | undefined> {
  for (const until = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, againMs))) {
    const socket = await dial();
    if (socket || Date.now() > until) return socket;
  }
}

const tell = (name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
};

/** Listens until the host ends. A connection that was lost is made anew; what was under way is answered, since nobody knows how it went. */
async function hold(): Promise<void> {
  const socket = await line;
  if (!socket) {
    tell('console.connection', { state: 'closed' });
    return;
  }
  socket.addEventListener('message', ({ data }) => {
    const { id, result, name, payload } = JSON.parse(data);
    if (name) tell(name, payload);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  socket.addEventListener('close', ({ code }) => {
    line = code === goingAway ? Promise.resolve(undefined) : reach();
    for (const resolve of waiting.values()) resolve(closed);
    waiting.clear();
    void line.then((again) => again && tell('console.connection', { state: 'back' }));
    void hold();
  });
}

const api = createApi({
  async call(name, input) {
    const socket = await line;
    if (!socket) return closed;
    lastId += 1;
    const id = lastId;
    const text = JSON.stringify({ id, name, input });
    if (new TextEncoder().encode(text).length > longestMessage) return tooLong;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      socket.send(text);
    });
  },
  listen(name, listener) {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => void set.delete(listener);
  },
});
Object.defineProperty(window, 'api', { enumerable: true, value: api });
