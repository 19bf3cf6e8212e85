import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import Conf from 'conf';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Application, Host } from '../application';
import { createConsole } from '../console';
import { log } from '../log';
import { builtFiles, createRenderer, securityHeaders } from '../renderer-files';
import { type Settings, settingsOptions } from '../settings/settings';
import { createDoor, type Refused } from './browser-door';

const message = z.object({ id: z.int(), name: z.unknown(), input: z.unknown() });
const patienceMs = 10_000;

/** One server for one user. */
const host: Host = async (application) => {
  const web = new Hono<{ Bindings: HttpBindings }>();
  const server = createAdaptorServer({ fetch: web.fetch, serverOptions: { headersTimeout: 2_000, connectionsCheckingInterval: 500 } });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door = createDoor(port);
  console.log(`Roomkeeper is open at ${door.launchUrl}`);

  const renderer = createRenderer(path.join(import.meta.dirname, '../renderer'));
  const bridge = builtFiles(import.meta.dirname);
  const refuse = ({ status, reason }: Refused) => {
    log.warn('refused', status, reason);
    return new Response(reason, { status, headers: securityHeaders });
  };

  web.get('/launch', ({ req }) => {
    const cookie = door.launch(req.query('ticket') ?? null);
    if (typeof cookie !== 'string') return refuse(cookie);
    // Not a 303: a redirect chain begun elsewhere would not carry a Strict cookie.
    const headers = { ...securityHeaders, 'set-cookie': cookie, 'content-type': 'text/html' };
    return new Response('<!doctype html><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=/">', { headers });
  });
  web.use(async ({ env }, next) => {
    const refused = door.refusal(env.incoming.headers);
    return refused ? refuse(refused) : next();
  });
  web.get('/bridge.js', () => bridge(new URL('/browser-bridge.js', door.origin)));
  web.get('*', async ({ req }) => {
    const response = await renderer(new URL(req.url));
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    return new Response((await response.text()).replace('<head>', '<head><script src="/bridge.js"></script>'), response);
  });
  await carryCalls(server as Server, door, application);
};

/** Calls and events on one WebSocket (ws itself: hono's adaptor and its types disagree). Resolves when the page has been closed for a while. */
function carryCalls(server: Server, door: ReturnType<typeof createDoor>, application: Application): Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024, perMessageDeflate: false });
  const left = Promise.withResolvers<void>();
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refused = request.url === '/ipc' ? door.refusal(request.headers, 'origin') : { status: 403, reason: 'No such socket' };
    if (refused) {
      stream.end(`HTTP/1.1 ${refused.status} ${refused.reason}\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('message', async (data) => {
        const parsed = message.safeParse(parse(String(data)));
        if (!parsed.success) {
          socket.close(1003);
          return;
        }
        const { id, name, input } = parsed.data;
        socket.send(JSON.stringify({ id, result: await application.call(name, input) }));
      });
      socket.on('close', () => setTimeout(() => sockets.clients.size === 0 && left.resolve(), patienceMs));
    });
  });
  application.subscribe((name, payload) => {
    for (const client of sockets.clients) client.send(JSON.stringify({ name, payload }));
  });
  return left.promise;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

export async function start(): Promise<void> {
  const application = createConsole(new Conf<Settings>(settingsOptions), { kind: 'browser', notices: [], clipboard: null });
  await host(application);
  await application.close();
}
