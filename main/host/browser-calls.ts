import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Application } from '../application';
import { longestMessage } from '../bridge';
import { log } from '../log';
import type { Door, Refused } from './browser-door';
import type { Stay } from './browser-stay';

const message = z.object({ id: z.int(), name: z.unknown(), input: z.unknown() });
const mostCalls = 64;
/** What one page may leave unread. A page that is asleep reads nothing, while events go on. */
const mostUnread = 32 * 1024 * 1024;
const tooMany = { ok: false, code: 'too-many-calls', message: `More than ${mostCalls} calls are under way` };

/** Calls and events on one WebSocket for each page (ws itself: hono's adaptor and its types disagree). */
export function carryCalls(
  server: Server,
  door: Door,
  application: Application,
  stay: Stay,
  onRefused: (refused: Refused, request: IncomingMessage) => void,
) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const refused =
      door.stranger(request.headers) ??
      (request.url === '/ipc' ? door.refusal(request.headers, 'origin') : { status: 404 as const, reason: 'No such socket' });
    if (refused) {
      onRefused(refused, request);
      // The server lets sockets be half open and forgets those it has handed over: without this a stranger could hold them all.
      stream.once('finish', () => stream.destroy());
      stream.end(`HTTP/1.1 ${refused.status} ${refused.reason}\r\nconnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      stay.pageOpened();
      socket.on('close', stay.pageClosed);
      socket.on('error', (error) => log.warn('socket', error.message));
      answerCalls(socket, application);
    });
  });
  const unsubscribe = application.subscribe((name, payload) => {
    const text = JSON.stringify({ name, payload });
    for (const client of sockets.clients) {
      if (client.bufferedAmount > mostUnread) client.terminate();
      else client.send(text);
    }
  });
  return () => {
    unsubscribe();
    for (const client of sockets.clients) client.close(1001);
  };
}

function answerCalls(socket: WebSocket, application: Application): void {
  let underWay = 0;
  const answer = async (id: number, name: unknown, input: unknown) => {
    underWay += 1;
    if (underWay > mostCalls) log.warn('refused', tooMany.message);
    const result = underWay > mostCalls ? tooMany : await application.call(name, input);
    underWay -= 1;
    socket.send(JSON.stringify({ id, result }));
  };
  socket.on('message', (data) => {
    const parsed = message.safeParse(parse(String(data)));
    if (parsed.success) void answer(parsed.data.id, parsed.data.name, parsed.data.input);
    else {
      log.warn('refused', 'a message that is no call');
      socket.close(1003);
    }
  });
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
