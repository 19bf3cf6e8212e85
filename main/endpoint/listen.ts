import { createServer } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { Refusal } from '../contract/result';

// As in the browser host: without the interval Node looks for late headers every 30 s only.
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 500,
  maxHeaderSize: 16 * 1024,
};
const mostConnections = 512;
/** What is under way has this long to end. */
const graceMs = 2_000;

export type Listening = { port: number; close(): Promise<void> };

const portRefusal = (code: string, port: number | null): Refusal => {
  const values = { port: port ?? 0 };
  const at = (path: string, problem: string) => ({ issues: [{ path, code: problem }], values });
  if (code === 'EADDRINUSE') return new Refusal('port-taken', `Port ${port} is taken`, at('port', 'taken'));
  if (code === 'EACCES') return new Refusal('invalid-input', `Port ${port} may not be used`, at('port', 'not-allowed'));
  return new Refusal('invalid-input', `This computer cannot listen there (${code})`, at('address', 'not-allowed'));
};

/** Serves until `close`. `port` null: a free one. Throws `port-taken`, or `invalid-input` at `port` or `address`. */
export function listen(app: Hono<{ Bindings: HttpBindings }>, address: string, port: number | null): Promise<Listening> {
  const server = createServer(limits, getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.maxConnections = mostConnections;
  const close = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      server.closeIdleConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error.code ?? '', port)));
    server.listen(port ?? 0, address, () => {
      const bound = server.address();
      resolve({ port: typeof bound === 'object' && bound ? bound.port : 0, close });
    });
  });
}
