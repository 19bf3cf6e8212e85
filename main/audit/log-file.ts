import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { AuditBreak } from '../contract/audit';
import { Refusal } from '../contract/result';
import { log } from '../log';
import { createVerifier, readLine } from './chain';
import { createCutter, type Part, partBytes, partsOf } from './file-parts';
import { chain, genesis, type Head, type UnchainedLine } from './line';

export type LogState = { count: number; breaks: AuditBreak[]; tornFile: string | null };

const headShape = z.object({ no: z.int(), hash: z.string() });
const none: Head = { no: 0, hash: genesis };
/**
 * The append-only file of the audit log, 0600, a JSON line for each entry. Beside it `.head` says what was written last, so that
 * lines cut off at the end are missed. Each append is on disk when it returns.
 */
export function openLogFile(file: string) {
  const headFile = `${file}.head`;
  let head = none;
  let size = 0;
  let edition = 0;

  const knownHead = () => {
    try {
      return headShape.parse(JSON.parse(fs.readFileSync(headFile, 'utf8')));
    } catch {
      return none;
    }
  };

  /** A line without its end comes from a crash in the middle of a write. It is kept beside the log, whose good lines go on. */
  function recoverTorn(torn: Buffer, end: number): { line: string | null; tornFile: string | null } {
    const line = torn.toString();
    if (readLine(line)) {
      // Only its newline is missing.
      fs.appendFileSync(file, '\n');
      return { line, tornFile: null };
    }
    const tornFile = `${file}.torn-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    fs.writeFileSync(tornFile, torn, { mode: 0o600 });
    fs.truncateSync(file, end);
    log.warn('audit: a torn last line was set aside', tornFile);
    return { line: null, tornFile };
  }

  /** Reads and verifies all of it. Throws where it can be neither read nor made. */
  function read(): LogState {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const [verifier, cutter] = [createVerifier(), createCutter(0)];
    for (const bytes of partsOf(file)) for (const text of cutter.take(bytes).texts) verifier.take(text);
    const torn = cutter.rest();
    const { line, tornFile } = torn.length > 0 ? recoverTorn(torn, cutter.end()) : { line: null, tornFile: null };
    if (line !== null) verifier.take(line);
    const { count, breaks, head: last } = verifier.end(knownHead());
    head = last;
    size = cutter.end() + (line === null ? 0 : torn.length + 1);
    edition += 1;
    return { count, breaks, tornFile };
  }

  /** Both files stay open while entries come by the hundred a second: to open them costs more than to write. */
  let held: { entries: number; head: number; ino: number } | undefined;
  function hold() {
    if (held && fs.statSync(file, { throwIfNoEntry: false })?.ino !== held.ino) release(); // someone put another file there
    if (held) return held;
    const entries = fs.openSync(file, 'a', 0o600);
    try {
      // Not emptied: until the next head is written the former one holds.
      const headDescriptor = fs.openSync(headFile, fs.constants.O_WRONLY | fs.constants.O_CREAT, 0o600);
      held = { entries, head: headDescriptor, ino: fs.fstatSync(entries).ino };
    } catch (error) {
      fs.closeSync(entries);
      throw error;
    }
    return held;
  }
  function release() {
    if (!held) return;
    fs.closeSync(held.entries);
    fs.closeSync(held.head);
    held = undefined;
  }

  /** All of it or nothing. */
  function write(descriptor: number, bytes: Buffer, durable: boolean) {
    try {
      fs.writeFileSync(descriptor, bytes);
      if (durable) fs.fdatasyncSync(descriptor);
    } catch (error) {
      fs.ftruncateSync(descriptor, size);
      throw error;
    }
  }

  /** What is not durable yet is so within a second. Measured: 2 to 17 ms each time, in which nothing else would happen here. */
  let willSync = false;
  function syncSoon() {
    if (willSync) return;
    willSync = true;
    setTimeout(() => {
      willSync = false;
      release();
      fs.open(file, 'r+', (error, descriptor) => {
        if (error) return log.error('audit: cannot be synced', error);
        fs.fdatasync(descriptor, () => fs.close(descriptor, () => undefined));
      });
    }, 1_000).unref();
  }

  /**
   * Writes all of them at once. `durable`: they are on the disk when it returns; else the system has them, and the disk within a second,
   * so that only a crash of the system could lose them. Answers the number of the first. Throws `audit-unwritable`, and then the file is as it was before.
   */
  function append(unchained: UnchainedLine[], { durable = true } = {}): number {
    try {
      const files = hold();
      // Touched by someone else since: go on from what stands there now; the verification names it.
      if (fs.fstatSync(files.entries).size !== size) read();
      const first = head.no + 1;
      let [last, texts] = [head, ''];
      for (const each of unchained) {
        const next = chain(each, last);
        last = next.head;
        texts += next.text;
      }
      const bytes = Buffer.from(texts);
      write(files.entries, bytes, durable);
      size += bytes.length;
      head = last;
      fs.ftruncateSync(files.head, fs.writeSync(files.head, JSON.stringify(head), 0));
      if (!durable) syncSoon();
      return first;
    } catch (error) {
      log.error('audit: cannot be written', error);
      const answer = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new Refusal('audit-unwritable', 'The audit log cannot be written', { answer });
    } finally {
      if (!willSync) release();
    }
  }

  /** The lines as they stand on disk, from a byte on, as far as they are known to be written. Other work is done in between. */
  async function* textsFrom(offset: number): AsyncGenerator<Part> {
    if (offset >= size) return;
    const cutter = createCutter(offset);
    for await (const bytes of fs.createReadStream(file, { start: offset, end: size - 1, highWaterMark: partBytes }))
      yield cutter.take(bytes);
  }

  /** Verifies the lines from a byte on, and answers where they end. */
  async function verifyFrom(offset: number, verifier: ReturnType<typeof createVerifier>): Promise<number> {
    let verified = offset;
    for await (const { texts, end } of textsFrom(offset)) {
      for (const text of texts) verifier.take(text);
      verified = end;
    }
    return verified;
  }
  /** As `read`, with other work done in between: a log of years must not keep everyone waiting. What is added meanwhile is verified, too. */
  async function verify(): Promise<LogState> {
    const verifier = createVerifier();
    for (let offset = -1, end = 0; offset === -1 || end < size; ) {
      // New, touched by someone else, or cut short while it is read: all at once, before it changes again.
      if (end === offset || fs.statSync(file, { throwIfNoEntry: false })?.size !== size) return read();
      offset = end;
      end = await verifyFrom(offset, verifier);
    }
    const { count, breaks } = verifier.end(knownHead());
    edition += 1;
    return { count, breaks, tornFile: null };
  }
  return {
    read,
    verify,
    append,
    textsFrom,
    /** Another number once it was read anew: what was found in it before may not be there any more. */
    edition: () => edition,
  };
}
export type LogFile = ReturnType<typeof openLogFile>;
