import { AccessToken } from 'livekit-server-sdk';
import { isLoopback } from '../contract/loopback';
import { Refusal } from '../contract/result';
import type { WebhookAnswer } from '../contract/webhooks';
import { refusalOfFailure, serverWords } from '../livekit/errors';
import { bodyHash } from './reencoded';
import { contentType } from './verify';

const patienceMs = 10_000;
/** Five minutes, as livekit-server gives its own. */
const holdsSeconds = 300;

/** A body with the signature that goes with it. */
export type Signed = { body: Buffer; authorization: string };

/** Signs a body as livekit-server does. */
export async function signBody(body: Buffer, { apiKey, apiSecret }: { apiKey: string; apiSecret: string }): Promise<Signed> {
  const token = new AccessToken(apiKey, apiSecret, { ttl: holdsSeconds });
  token.sha256 = bodyHash(body);
  return { body, authorization: await token.toJwt() };
}

/** Sends it as LiveKit would, once, and answers what came of it. Follows no redirect: the body is for whom it was addressed to. */
export async function post(url: string, { body, authorization }: Signed): Promise<WebhookAnswer> {
  const begun = performance.now();
  const answered = (status: number | null, answer: string) => ({ url, status, answer, ms: Math.round(performance.now() - begun) });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization },
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    return answered(response.status, serverWords(await beginningOf(response)));
  } catch (error) {
    return answered(null, refusalOfFailure('webhook', error).details.answer ?? '');
  }
}

/** As much of an answer as is shown; a stream without end is left. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > 2_000) break;
  }
  return text;
}

export const isOutside = (url: string): boolean => !isLoopback(new URL(url).hostname);
/** Throws `outside-loopback` where an address leaves this computer and the operator has not been told. */
export function checkTarget({ url, outside }: { url: string; outside: boolean }): void {
  if (isOutside(url) && !outside) throw new Refusal('outside-loopback', 'It leaves this computer');
}
