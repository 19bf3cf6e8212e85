import type { Tone } from './marks';
import { ScrollPane } from './scroll-pane';

/** JSON with quiet colouring: keys plain, values in the accent. A line may carry a mark and a note, found by its key. */
export function Json({
  value,
  label,
  marks = {},
  notes = {},
}: {
  value: unknown;
  label: string;
  marks?: Record<string, Tone>;
  notes?: Record<string, string>;
}) {
  return (
    <ScrollPane className="json" label={label}>
      {linesOf(value).map(({ indent, key, rest }, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          key={at}
          className={`line ${of(marks, key) ?? ''}`}
          style={{ '--indent': `${indent + 2}ch` }}
        >
          {key !== null && <span className="key">{`${JSON.stringify(key)}: `}</span>}
          <span className={/^[[{}\]]+,?$/.test(rest) ? '' : 'value'}>{rest}</span>
          <Note of={of(notes, key)} />
        </span>
      ))}
    </ScrollPane>
  );
}

/** Keys are strangers' words: `constructor` and `__proto__` are keys like any other. */
const of = <T,>(record: Record<string, T>, key: string | null): T | undefined =>
  key !== null && Object.hasOwn(record, key) ? record[key] : undefined;

const Note = ({ of: note }: { of: string | undefined }) => note && <em>{note}</em>;

/** As `JSON.stringify` breaks it, with lists on one line. */
export function linesOf(value: unknown): { indent: number; key: string | null; rest: string }[] {
  const lines: { indent: number; key: string | null; rest: string }[] = [];
  const write = (one: unknown, indent: number, key: string | null, comma: string) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      const list = Array.isArray(one) ? `[${one.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(one);
      lines.push({ indent, key, rest: `${list}${comma}` });
      return;
    }
    const entries = Object.entries(one).filter(([, item]) => item !== undefined);
    if (entries.length === 0) {
      lines.push({ indent, key, rest: `{}${comma}` });
      return;
    }
    lines.push({ indent, key, rest: '{' });
    for (const [at, [name, item]] of entries.entries()) write(item, indent + 2, name, at < entries.length - 1 ? ',' : '');
    lines.push({ indent, key: null, rest: `}${comma}` });
  };
  write(value, 0, null, '');
  return lines;
}
