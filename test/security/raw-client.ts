import { type OutgoingHttpHeaders, request } from 'node:http';
import { WebSocket } from 'ws';

type Answer = { status: number | undefined; headers: Record<string, unknown>; text: string };
export type Client = ReturnType<typeof rawClient>;

/** No browser: it can send any Host, Origin, path and cookie to the server behind a launch link. */
export function rawClient(launchUrl: string) {
  const { host, port, origin, pathname, search } = new URL(launchUrl);
  const send = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      sent.on('error', reject).end(method === 'POST' ? '{"id":1,"name":"profiles.list","input":{}}' : undefined);
    });
  /** Answers the open socket, or the status of the refusal. */
  const socket = (headers: Record<string, string>, path = '/ipc') =>
    new Promise<WebSocket | number | undefined>((resolve) => {
      const opened = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { host, ...headers } });
      opened.on('open', () => resolve(opened));
      opened.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      opened.on('error', () => resolve(undefined));
    });
  /** Uses the link; answers the whole Set-Cookie. */
  const launch = async () => String((await send(pathname + search)).headers['set-cookie']);
  /** One call over an open socket. */
  const call = (line: WebSocket, name: string, input: unknown = {}, id = 1) =>
    new Promise<unknown>((resolve) => {
      line.on('message', (data) => {
        const answer = JSON.parse(String(data));
        if (answer.id === id) resolve(answer.result);
      });
      line.send(JSON.stringify({ id, name, input }));
    });
  return { host, port: Number(port), origin, ticket: search.slice('?ticket='.length), send, socket, launch, call };
}
