/** The part of a long value in which the searched text stands, with `around` characters on each side. */
export function excerpt(value: string, search: string, around = 24): string {
  const at = value.toLowerCase().indexOf(search.toLowerCase());
  const from = Math.max(0, at - around);
  const to = Math.max(0, at) + search.length + around;
  return `${from > 0 ? '…' : ''}${value.slice(from, to)}${to < value.length ? '…' : ''}`;
}
