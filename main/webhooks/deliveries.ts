import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type DeliveryRecord, deliveryRecord } from '../contract/webhooks';
import { log } from '../log';

/** How much is kept: the oldest go first. Those refused have a smaller share, so that a stranger cannot push the real ones out. */
export const bounds = { deliveries: 5_000, rejected: 500, bytes: 16 * 1024 * 1024 };

const change = deliveryRecord.pick({ tries: true, forwarded: true, forward: true }).partial();
export type Change = z.output<typeof change>;
const line = z.union([deliveryRecord, z.strictObject({ of: z.int(), change })]);
const sizeOf = ({ body }: DeliveryRecord) => body.length + 500;

const parse = (text: string) => {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // torn by a crash
  }
};

/**
 * What has come, in the order in which it came, in memory and in a file of JSON lines (0600). A line is written before its delivery
 * is answered; it is not synced to the disk, which costs more than the server's patience is worth: a crash of the console loses none,
 * a power cut may.
 */
export function openDeliveries(file: string, limits = bounds) {
  const all: DeliveryRecord[] = [];
  const byNo = new Map<number, DeliveryRecord>();
  let [bytes, rejected, fileBytes, lastNo, kept] = [0, 0, 0, 0, true];

  function take(record: DeliveryRecord) {
    all.push(record);
    byNo.set(record.no, record);
    bytes += sizeOf(record);
    if (record.reason) rejected += 1;
    lastNo = Math.max(lastNo, record.no);
  }
  function dropAt(index: number) {
    const [record] = all.splice(index, 1);
    if (!record) return;
    byNo.delete(record.no);
    bytes -= sizeOf(record);
    if (record.reason) rejected -= 1;
  }
  function bound() {
    while (rejected > limits.rejected) dropAt(all.findIndex(({ reason }) => reason !== null));
    while (all.length > limits.deliveries || (bytes > limits.bytes && all.length > 1)) dropAt(0);
  }

  /** Whether `write` could; what cannot be written is still shown, and the status says that it is not kept. */
  function written(write: () => void): boolean {
    try {
      write();
      kept = true;
    } catch (error) {
      if (kept) log.error('webhooks: cannot be written', error);
      kept = false;
    }
    return kept;
  }
  function rewrite() {
    const fresh = `${file}.new`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const text = all.map((record) => `${JSON.stringify(record)}\n`).join('');
    fs.writeFileSync(fresh, text, { mode: 0o600 });
    fs.renameSync(fresh, file);
    fileBytes = text.length;
  }
  function append(entry: DeliveryRecord | { of: number; change: Change }) {
    written(() => {
      // A file that could not be written meanwhile lacks what memory has.
      if (!kept || fileBytes > 2 * limits.bytes) return rewrite();
      const text = `${JSON.stringify(entry)}\n`;
      fs.appendFileSync(file, text, { mode: 0o600 });
      fileBytes += text.length;
    });
  }

  function load() {
    const texts = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
    for (const read of texts.map(parse)) {
      if (read && 'of' in read) Object.assign(byNo.get(read.of) ?? {}, read.change);
      else if (read) take(read);
    }
    for (const record of all.filter(({ forwarded }) => forwarded === 'waiting')) record.forwarded = 'lost';
    bound();
    rewrite();
  }
  written(load);

  return {
    all: (): readonly DeliveryRecord[] => all,
    find: (no: number) => byNo.get(no),
    isKept: () => kept,
    add(given: Omit<DeliveryRecord, 'no'>): DeliveryRecord {
      const record = { ...given, no: lastNo + 1 };
      take(record);
      bound();
      append(record);
      return record;
    },
    change(no: number, made: Change) {
      const record = byNo.get(no);
      if (!record) return;
      Object.assign(record, made);
      append({ of: no, change: made });
    },
    /** The newest verified delivery of this event. */
    ofEvent: (eventId: string, apiKey: string) =>
      eventId === '' ? undefined : all.findLast((one) => one.eventId === eventId && one.apiKey === apiKey && one.reason === null),
    clear() {
      all.length = 0;
      byNo.clear();
      [bytes, rejected] = [0, 0];
      written(rewrite);
    },
  };
}
export type Deliveries = ReturnType<typeof openDeliveries>;
