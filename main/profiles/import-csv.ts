import { parse } from 'csv-parse/sync';

/** What the headings of a spreadsheet or a password manager call each field; letters alone count. */
const headings = {
  name: /^(?:name|title|server)$/,
  url: /^(?:livekit|server|ws)?(?:url|address)$/,
  apiKey: /^(?:livekit)?apikey$/,
  apiSecret: /^(?:livekit)?apisecret$/,
};
type Field = keyof typeof headings;
const fields = ['name', 'url', 'apiKey', 'apiSecret'] as const satisfies Field[];
const needed = ['url', 'apiKey', 'apiSecret'] as const;

/** Spreadsheets write what the country's numbers leave free. */
const delimiters = [',', ';', '\t'];

function rowsOf(given: string, delimiter: string): string[][] {
  try {
    return parse(given, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true });
  } catch {
    return [];
  }
}

/**
 * A server a line, under a heading that names its columns in any order: url, api_key, api_secret, and name if there is one. Other columns
 * are passed over. Without the three headings it is no such list: the passwords of other things are nobody's servers.
 */
export function projectsOfCsv(given: string): Record<Field, string>[] {
  for (const delimiter of delimiters) {
    const [heading = [], ...rows] = rowsOf(given, delimiter);
    const plain = heading.map((text) => text.toLowerCase().replace(/[^a-z]/g, ''));
    const at = (field: Field) => plain.findIndex((text) => headings[field].test(text));
    if (needed.some((field) => at(field) < 0)) continue;
    const text = (row: string[], field: Field) => row[at(field)] ?? '';
    return rows
      .map((row) => ({ name: text(row, 'name'), url: text(row, 'url'), apiKey: text(row, 'apiKey'), apiSecret: text(row, 'apiSecret') }))
      .filter((one) => fields.some((field) => one[field] !== ''));
  }
  return [];
}
