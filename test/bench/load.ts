import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type Load = { url: string; headers: Record<string, string>; body: string; connections: number; requests: number };

/** Whether an answer is there as a whole; throws where it is not 200. */
function isComplete(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`answered ${answer}`);
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer)?.[1];
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= end + 4 + Number(length);
}

/** One request after the other over one connection that is kept. */
const ask = (socket: Socket, request: Buffer, next: () => boolean) =>
  new Promise<void>((resolve, reject) => {
    let answer = '';
    const go = () => (next() ? socket.write(request) : resolve());
    socket
      .on('data', (chunk) => {
        answer += chunk.toString('latin1');
        try {
          if (!isComplete(answer)) return;
        } catch (error) {
          reject(error);
        }
        answer = '';
        go();
      })
      .once('error', reject)
      .once('close', () => reject(new Error('the connection was closed')));
    go();
  });

/**
 * Milliseconds for `requests` answers over `connections` connections, each of which asks anew as soon as it has its answer. Over bare
 * sockets: an HTTP client would cost more than the servers that are measured.
 */
export async function timeOf({ url, headers, body, connections, requests }: Load): Promise<number> {
  const { hostname, port, host, pathname } = new URL(url);
  const given = { host, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  let left = requests;
  const next = () => left-- > 0;
  const sockets = Array.from({ length: connections }, () => connect(Number(port), hostname).setNoDelay(true));
  try {
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const begun = performance.now();
    await Promise.all(sockets.map((socket) => ask(socket, request, next)));
    return performance.now() - begun;
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}
