import { once } from 'node:events';
import { createServer } from 'node:http';

/** Somebody's backend: answers as it is told and keeps what it got. */
export async function startWebhookTarget(answer: { status: number; text: string }) {
  const got: { body: string; authorization: string | undefined }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    let body = '';
    for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
    got.push({ body, authorization: incoming.headers.authorization });
    outgoing.writeHead(answer.status, { connection: 'close' }).end(answer.text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { got, close: () => void server.close(), url: `http://127.0.0.1:${address.port}/hooks` };
}
