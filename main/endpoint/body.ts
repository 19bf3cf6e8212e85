import type { IncomingMessage } from 'node:http';
import { EndpointRefusal } from './refusals';

const longest = 64 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Whoever asked has gone before all was said: nobody is left to be answered. */
export class ClientGone extends Error {}

/** Reads what was sent, up to 64 KiB of it. Throws `too-large`, `not-json`, `ClientGone`. */
export async function readJson(incoming: IncomingMessage): Promise<unknown> {
  if (Number(incoming.headers['content-length'] ?? 0) > longest) throw new EndpointRefusal('too-large');
  const bytes = await readBytes(incoming);
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw new EndpointRefusal('not-json');
  }
}

const readBytes = (incoming: IncomingMessage) =>
  new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= longest) chunks.push(chunk);
        else reject(new EndpointRefusal('too-large'));
      })
      .once('end', () => resolve(Buffer.concat(chunks)))
      .once('error', () => reject(new ClientGone()));
  });
