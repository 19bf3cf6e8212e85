import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { createGzip } from 'node:zlib';

type Changes = {
  /** `/livekit`: the one path under which the server is shown; everything else is 404. */
  prefix?: string;
  /** Moves the `Date` of each answer. */
  shiftDateMs?: number;
  /** Packs each answer where the client says that it can read that. */
  zips?: boolean;
  /** Is told each request. */
  seen?: (path: string, body: string, authorization: string) => void;
};
export type ReverseProxy = { url: string; close(): Promise<void> };

/** A reverse proxy on the loopback in front of a server, as an operator might run one. */
export async function startReverseProxy(
  target: string,
  { prefix = '', shiftDateMs = 0, zips = false, seen }: Changes,
): Promise<ReverseProxy> {
  const proxy = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith(prefix)) {
      outgoing.writeHead(404).end('nothing here');
      return;
    }
    const url = new URL(incoming.url.slice(prefix.length) || '/', target.replace(/^ws/, 'http'));
    const forwarded = request(url, { method: incoming.method, headers: { ...incoming.headers, host: url.host } }, (answer) => {
      const date = new Date(Date.parse(answer.headers.date ?? '') + shiftDateMs).toUTCString();
      const { 'content-length': _, ...headers } = answer.headers;
      if (zips && /gzip/.test(String(incoming.headers['accept-encoding']))) {
        outgoing.writeHead(answer.statusCode ?? 502, { ...headers, date, 'content-encoding': 'gzip' });
        answer.pipe(createGzip()).pipe(outgoing);
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, date });
      answer.pipe(outgoing);
    });
    forwarded.once('error', () => outgoing.writeHead(502).end());
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.once('end', () => seen?.(url.pathname, Buffer.concat(chunks).toString(), incoming.headers.authorization ?? ''));
    incoming.pipe(forwarded);
  }).listen(0, '127.0.0.1');
  /** A join is a WebSocket: the request goes on as it came, and then both sides hear each other. */
  const tunnels = new Set<Duplex>();
  proxy.on('upgrade', (incoming, socket, head) => {
    if (!incoming.url?.startsWith(`${prefix}/`)) {
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(target);
    const server = connect(Number(port), hostname, () => {
      const lines = [`${incoming.method} ${incoming.url?.slice(prefix.length)} HTTP/1.1`];
      for (let at = 0; at < incoming.rawHeaders.length; at += 2) lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
      server.write(`${lines.join('\r\n')}\r\n\r\n`);
      server.write(head);
      server.pipe(socket).pipe(server);
    });
    for (const end of [socket, server]) {
      tunnels.add(end);
      end.on('error', () => socket.destroy()).once('close', () => tunnels.delete(end) && server.destroy());
    }
  });
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `ws://127.0.0.1:${address.port}${prefix}`,
    async close() {
      proxy.closeAllConnections();
      for (const tunnel of tunnels) tunnel.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
