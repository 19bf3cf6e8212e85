import { go } from './route';

/** Room names are chosen by strangers: encoded, so that one with `/` or `#` in it is still one room. */
export const roomLink = (name: string) => `#/rooms/open/${encodeURIComponent(name)}`;
export const goRoom = (name: string) => go('rooms', 'open', encodeURIComponent(name));

export function roomOfRoute(item: string | undefined): string | undefined {
  if (item === undefined) return undefined;
  try {
    return decodeURIComponent(item);
  } catch {
    return undefined; // typed by hand into the address bar
  }
}
