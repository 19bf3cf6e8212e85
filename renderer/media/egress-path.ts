import type { FormValues } from '../../main/contract/form';
import type { Method } from './use-egress-start';

/** `path`: as the worker would write it. `left`: what stands in braces and is filled in by nobody. */
type Preview = { path: string; left: string[] };
/** What the worker alone knows, or what is not typed yet. */
const open = '…';
const typed = (value: FormValues[string] | undefined) => String(value ?? '').trim() || open;
const digits = (at: Date, length: number) => at.toISOString().replaceAll(/\D/g, '').slice(0, length);

/** livekit/egress, pkg/config and pkg/pipeline/source/sdk.go: which names are filled in hangs on the kind of request. */
function namesOf(method: Method, values: FormValues, at: Date): Record<string, string> {
  const time = { time: `${at.toISOString().slice(0, 10)}T${digits(at, 14).slice(8)}`, utc: digits(at, 17) };
  if (method === 'Web') return time;
  const room = { ...time, room_name: typed(values.room_name), room_id: `RM_${open}` };
  if (method === 'RoomComposite') return room;
  if (method === 'Participant') return { ...room, publisher_identity: typed(values.identity) };
  if (method === 'TrackComposite') return { ...room, publisher_identity: open };
  return { ...room, publisher_identity: open, track_id: typed(values.track_id), track_type: open, track_source: open };
}

const endings = /\.(?:raw|ogg|ivf|mp4|ts|webm|m3u8|jpeg|mp3)$/;
/** The worker takes the ending that goes with the format, in the place of another that it knows. A track keeps its codec, which decides. */
function endingOf(method: Method, values: FormValues, path: string): string {
  if (method === 'Track') return endings.test(path) ? '' : `.${open}`;
  const type = typed(values['file_outputs.0.file_type']);
  if (['MP4', 'OGG', 'MP3'].includes(type)) return `.${type.toLowerCase()}`;
  return /\.(?:mp4|ogg|mp3)$/.exec(path)?.[0] ?? (values.audio_only === true ? '.ogg' : '.mp4');
}
const withEnding = (path: string, ending: string) => (ending === '' ? path : path.replace(endings, '') + ending);

/** What one path of the form comes to: `kind` says of which output. The worker's clock counts, mostly in UTC. */
export function pathPreview(kind: 'file' | 'segments' | 'images', template: string, method: Method, values: FormValues, at: Date): Preview {
  const names = namesOf(method, values, at);
  const known = (name: string) => (Object.hasOwn(names, name) ? names[name] : undefined);
  const filled = template.trim().replaceAll(/\{(\w+)\}/g, (whole, name: string) => known(name) ?? whole);
  const left = [...new Set(template.match(/\{\w+\}/g) ?? [])].filter((whole) => known(whole.slice(1, -1)) === undefined);
  if (kind !== 'file') return { path: `${filled}_00000.${kind === 'segments' ? 'ts' : 'jpeg'}`, left };
  const identifiers: Partial<Record<Method, string | undefined>> = {
    Track: names.track_id,
    Participant: names.publisher_identity,
    Web: 'web',
  };
  const own = identifiers[method] ?? names.room_name;
  const path = filled === '' || filled.endsWith('/') ? `${filled}${own}-${names.time}` : filled;
  return { path: withEnding(path, endingOf(method, values, path)), left };
}
