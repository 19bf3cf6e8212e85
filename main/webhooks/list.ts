import type { z } from 'zod';
import { csvCell } from '../audit/export';
import { type DeliveryRecord, type deliveriesExport, type deliveriesRequest, deliveryViews } from '../contract/webhooks';

type View = (typeof deliveryViews)[number];
type Filter = Pick<z.output<typeof deliveriesRequest>, 'text' | 'view'>;

const inView: Record<View, (record: DeliveryRecord) => boolean> = {
  all: () => true,
  rooms: ({ event, reason }) => reason === null && event.startsWith('room_'),
  people: ({ event, reason }) => reason === null && /^(participant|track)_/.test(event),
  rejected: ({ reason }) => reason !== null,
};
const textOf = ({ event, eventId, room, about, profile, apiKey, from, reason }: DeliveryRecord) =>
  [event, eventId, room, about, profile?.name, apiKey, from, reason].join('\n').toLowerCase();

/** The newest first. */
export function findDeliveries(all: readonly DeliveryRecord[], { text, view }: Filter): DeliveryRecord[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (record: DeliveryRecord) => {
    const haystack = words.length > 0 ? textOf(record) : '';
    return inView[view](record) && words.every((word) => haystack.includes(word));
  };
  return all.filter(fits).reverse();
}

export function countDeliveries(all: readonly DeliveryRecord[]): Record<View, number> {
  const counts = { all: 0, rooms: 0, people: 0, rejected: 0 };
  for (const record of all) for (const view of deliveryViews) if (inView[view](record)) counts[view] += 1;
  return counts;
}

const columns: [head: string, cell: (record: DeliveryRecord) => string][] = [
  ['no', ({ no }) => String(no)],
  ['time', ({ at }) => at],
  ['event', ({ event }) => event],
  ['id', ({ eventId }) => eventId],
  ['room', ({ room }) => room],
  ['about', ({ about }) => about],
  ['server', ({ profile }) => profile?.name ?? ''],
  ['key', ({ apiKey }) => apiKey],
  ['from', ({ from }) => from],
  ['result', ({ reason }) => reason ?? 'verified'],
  ['check', ({ check }) => check],
  ['answered', ({ answered }) => String(answered.status)],
  ['tries', ({ tries }) => String(tries)],
  ['body', ({ body }) => body],
];
const asCsv = (records: DeliveryRecord[]) =>
  [columns.map(([head]) => head), ...records.map((record) => columns.map(([, cell]) => cell(record)))]
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');

/** All that fit the filter. In JSON a body is JSON again, where it is some. */
export function exportDeliveries(all: readonly DeliveryRecord[], { format, ...filter }: z.output<typeof deliveriesExport>) {
  const found = findDeliveries(all, filter);
  const filename = `roomkeeper-webhooks-${new Date().toISOString().slice(0, 10)}.${format}`;
  if (format === 'csv') return { filename, text: asCsv(found) };
  const parsed = found.map((record) => ({ ...record, body: parsedBody(record.body) }));
  return { filename, text: JSON.stringify({ exportedAt: new Date().toISOString(), deliveries: parsed }, null, 2) };
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
