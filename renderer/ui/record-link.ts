import { go } from './route';

/** What of a room is to be recorded: all of it, one person, one track. */
export type ToRecord = { room: string; identity?: string; trackSid?: string };

/** `#/media/egress/<room>&identity=<identity>`: the form's own names. All are chosen by strangers, and encoded. */
export function recordItem({ room, identity, trackSid }: ToRecord): string {
  const place = encodeURIComponent(room);
  if (identity !== undefined) return `${place}&identity=${encodeURIComponent(identity)}`;
  return trackSid === undefined ? place : `${place}&track_id=${encodeURIComponent(trackSid)}`;
}
export const goRecord = (what: ToRecord) => go('media', 'egress', recordItem(what));

/** The other way; undefined where it was typed by hand into the address bar and is none. */
export function toRecordOf(item: string | undefined): ToRecord | undefined {
  const [room = '', of = ''] = (item ?? '').split('&');
  const [path, value = ''] = of.split('=');
  try {
    const name = decodeURIComponent(room);
    if (name === '') return undefined;
    if (path === 'identity') return { room: name, identity: decodeURIComponent(value) };
    return path === 'track_id' ? { room: name, trackSid: decodeURIComponent(value) } : { room: name };
  } catch {
    return undefined;
  }
}
