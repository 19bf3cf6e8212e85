import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { httpUrl } from './http-url';

const patienceMs = 5_000;

/** What a page of whatever kind is cut down to: what answers there may send without end. */
const longestBody = 2_000;

/** One answer as it came, its body cut down. `location`: where it sends on to; empty: nowhere. `aheadMs`: how far this machine's clock is ahead of the answer's `Date`, null without one. */
export type Reached = { status: number; body: string; location: string; roundTripMs: number; aheadMs: number | null };

/** Asks for one path with plain HTTP and no credentials. Follows no redirect. Throws what fetch throws. */
export async function reach(serverUrl: string, path: string): Promise<Reached> {
  const [sentAt, start] = [Date.now(), performance.now()];
  const response = await fetch(httpUrl(serverUrl, path), { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
  const roundTripMs = performance.now() - start;
  const body = (await beginningOf(response)).trim();
  const location = response.headers.get('location') ?? '';
  const date = Date.parse(response.headers.get('date') ?? '');
  // `Date` is cut to the second, so that the server's clock is half a second further on average.
  const aheadMs = Number.isNaN(date) ? null : sentAt + roundTripMs / 2 - (date + 500);
  return { status: response.status, body, location, roundTripMs, aheadMs };
}

async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= longestBody) break; // which closes the connection
  }
  return text.slice(0, longestBody);
}

/** The texts with which `/rtc/validate` refuses a caller without a token: no other program says them. */
const sayings = /no permissions to access the room|permissions denied|invalid authorization|no room name|authorization header/i;

/** Asks the validation endpoint, without a token: a proxy may keep `/` for itself. */
export async function askForLiveKit(serverUrl: string): Promise<Reached & { isLiveKit: boolean }> {
  const reached = await reach(serverUrl, '/rtc/validate');
  return { ...reached, isLiveKit: (reached.status === 401 || reached.status === 400) && sayings.test(reached.body) };
}

/**
 * What the TLS handshake shows, also of a certificate that is not accepted: nothing is sent over this connection. Null for a plain
 * address or where there is no handshake.
 */
export function tlsFacts(serverUrl: string): Promise<{ protocol: string; validUntil: string } | null> {
  const { protocol, hostname, port } = new URL(serverUrl);
  if (protocol !== 'wss:') return Promise.resolve(null);
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({
      host,
      port: Number(port || 443),
      servername: isIP(host) ? '' : host,
      timeout: patienceMs,
      rejectUnauthorized: false, // to read the dates of a certificate that is not accepted; nothing is sent
    });
    const settle = (facts: { protocol: string; validUntil: string } | null) => {
      socket.destroy();
      resolve(facts);
    };
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      settle(Number.isNaN(until.getTime()) ? null : { protocol: socket.getProtocol() ?? '', validUntil: until.toISOString() });
    });
    socket.once('error', () => settle(null));
    socket.once('timeout', () => settle(null));
  });
}
