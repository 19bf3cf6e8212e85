import { redact } from '../redact';

/** The last part of the path is the key. Of `srt` it is in the query; of `mux`, `twitch` and what else there may be, all is. */
const keyInPath = ['rtmp', 'rtmps', 'http', 'https', 'ws', 'wss'];
const keyInQuery = ['srt'];
/** As the worker masks a key: three letters of each end at most. */
const isMasked = (part: string) => /^\{(?:…|[^{}.]{0,3}\.\.\.[^{}.]{0,3})\}$/.test(part);

/** An address without its key, for eyes and files. The worker masks keys, the server before it has a worker does not. */
export function maskStreamUrl(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(redact(url.trim())) ?? [];
  const name = scheme.toLowerCase();
  if (![...keyInPath, ...keyInQuery].includes(name)) return scheme === '' ? '{…}' : `${scheme}://{…}`;
  const [, authority = '', path = '', tail = ''] = /^([^/?#]*)([^?#]*)(.*)$/s.exec(rest) ?? [];
  const host = authority.replace(/^.*@/s, '[redacted]@');
  // A user's password may hold what ends a host: then nothing here is where it seems to be.
  if (`${path}${tail}`.includes('@') || authority === '') return `${scheme}://{…}`;
  const parts = path.split('/').filter(Boolean);
  if (keyInQuery.includes(name)) return parts.length === 0 && tail === '' ? `${scheme}://${host}` : `${scheme}://${host}/{…}`;
  const key = parts.pop();
  const folders = parts.map((part) => `/${part}`).join('');
  if (key === undefined && tail === '') return `${scheme}://${host}`;
  return `${scheme}://${host}${folders}/${key && tail === '' && isMasked(key) ? key : '{…}'}`;
}
