import { Refusal } from '../contract/result';
import type { Credentials } from './clients';
import { refusalOfAnswer, refusalOfFailure, serverWords } from './errors';
import { httpUrl } from './http-url';

export type RpcOptions = {
  /** Of each call. The start of an egress takes up to 24 s where no worker answers. */
  timeoutSeconds: number;
};

/**
 * Twirp over JSON, in the shape of the SDK's own (`TwirpRPC.ts`), which it stands in for: the SDK's drops a path prefix
 * (`wss://host/livekit`), sends the token on to other regions' hosts by itself, and takes JSON with a charset for text.
 * Every failure is a `Refusal`.
 */
export const createRpc = ({ serverUrl }: Pick<Credentials, 'serverUrl'>, { timeoutSeconds }: RpcOptions) => ({
  async request(
    service: string,
    method: string,
    data: unknown,
    headers: Record<string, string>,
    timeout = timeoutSeconds,
  ): Promise<unknown> {
    const name = `${service}/${method}`;
    try {
      const response = await fetch(httpUrl(serverUrl, `/twirp/livekit.${name}`), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(data),
        signal: AbortSignal.timeout(timeout * 1_000),
        // A redirect would carry the token to a host that the profile does not name.
        redirect: 'manual',
      });
      const body = await response.text();
      if (!response.ok) throw refusalOfAnswer(name, response.status, body || (response.headers.get('location') ?? ''));
      return parseAnswer(name, body);
    } catch (error) {
      throw refusalOfFailure(name, error);
    }
  },
});
export type Rpc = ReturnType<typeof createRpc>;

function parseAnswer(name: string, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('not-livekit', `${name}: the answer is not JSON`, { answer: serverWords(body) });
  }
}
