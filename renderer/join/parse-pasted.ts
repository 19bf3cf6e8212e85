import { parseServerUrl } from '../../main/contract/server-url';
import { decodeToken } from '../ui/decode-token';
import { type Codec, codecs } from './join-options';

/** What a pasted token or join link says. `url`: the LiveKit server that the link names; null: none, as in a token by itself. */
export type Pasted = { token: string; url: string | null; passphrase: string; codec: Codec | null; room: string; identity: string };

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function linkOf(pasted: string): URL | null {
  const url = URL.parse(pasted.trim());
  return url && /^(https?|wss?):$/.test(url.protocol) ? url : null;
}

/** The values of query and fragment. A fragment without `=` is Meet's passphrase. */
function parameters({ searchParams, hash }: URL): URLSearchParams {
  const all = new URLSearchParams(searchParams);
  if (/^#[^=]*\?/.test(hash)) for (const [name, value] of new URLSearchParams(hash.slice(hash.indexOf('?')))) all.append(name, value);
  else if (hash.includes('=')) for (const [name, value] of new URLSearchParams(hash.slice(1))) all.append(name, value);
  return all;
}

function passphraseOf({ hash }: URL): string {
  if (hash === '' || /[=?]/.test(hash) || decodeToken(hash)) return '';
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

const isServer = (value: string) => {
  const url = URL.parse(value);
  return url !== null && /^(wss?|https?):$/.test(url.protocol) && url.host !== '';
};

/**
 * A token, also behind `Bearer`, or the address of a page that joins: Meet's (`liveKitUrl`, `token`, `codec`, the passphrase behind #)
 * and any other that carries a token and the server's address by whatever names. Undefined where there is no token.
 */
export function parsePasted(pasted: string): Pasted | undefined {
  const link = linkOf(pasted);
  const values = link ? parameters(link) : new URLSearchParams();
  const decoded = decodeToken([...values.values()].find(decodeToken) ?? safelyDecoded(pasted));
  if (!decoded) return undefined;
  const { sub, video } = decoded.claims;
  const grant: Record<string, unknown> = typeof video === 'object' && video !== null ? { ...video } : {};
  const codec = values.get('codec');
  return {
    token: decoded.jwt,
    url: values.get('liveKitUrl') ?? [...values.values()].find(isServer) ?? null,
    passphrase: link ? passphraseOf(link) : '',
    codec: codecs.find((known) => known === codec) ?? null,
    room: text(grant.room),
    identity: text(sub),
  };
}

const normalFormOf = (url: string) => {
  const parsed = parseServerUrl(url);
  return 'url' in parsed ? parsed.url : undefined;
};
/** Whether both addresses lead to the same server, however they are written. One host may have several, each under a path of its own. */
export const isSameServer = (one: string, other: string): boolean =>
  normalFormOf(one) !== undefined && normalFormOf(one) === normalFormOf(other);

function safelyDecoded(pasted: string): string {
  try {
    return decodeURIComponent(pasted);
  } catch {
    return pasted;
  }
}
