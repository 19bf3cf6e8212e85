import { Fragment, type ReactNode } from 'react';

const places = /\ue000(\w+)\ue001/g;

/** Stands in a translation for the value of this name, which `Emphasis` fills in. */
export const place = (name: string): string => `\ue000${name}\ue001`;

/**
 * A translation with `<b>` and `<bad>` in it. The values are strangers' text, so they are filled in as text after the tags are read:
 * react-i18next's Trans reads them as markup, and `{{…}}` in them as places.
 */
export function Emphasis({ text, values }: { text: string; values: Record<string, string> }) {
  const fill = (part: string) => part.replace(places, (_, name: string) => values[name] ?? '');
  const parts = text.split(/<(b|bad)>(.*?)<\/\1>/);
  const nodes: ReactNode[] = [];
  for (let at = 0; at < parts.length; at += 3) {
    const [plain = '', tag, marked = ''] = parts.slice(at, at + 3);
    nodes.push(<Fragment key={at}>{fill(plain)}</Fragment>);
    if (tag)
      nodes.push(
        <b key={`${at} ${tag}`} className={tag === 'bad' ? 'bad' : undefined}>
          {fill(marked)}
        </b>,
      );
  }
  return nodes;
}
