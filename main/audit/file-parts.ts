import fs from 'node:fs';

export const partBytes = 256 * 1024;
/** Whole lines, and where in the file they end, in bytes. */
export type Part = { texts: string[]; end: number };

/** Cuts what is read into whole lines. `rest`: what stands after the last of them. */
export function createCutter(offset: number) {
  let rest: Buffer = Buffer.alloc(0);
  let end = offset;
  return {
    rest: () => rest,
    end: () => end,
    take(bytes: Buffer): Part {
      const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
      const whole = all.lastIndexOf('\n') + 1;
      rest = all.subarray(whole);
      end += whole;
      return { texts: all.subarray(0, whole).toString().split('\n').slice(0, -1), end };
    },
  };
}

/** A file in parts, so that a log of years is never in memory as a whole. */
export function* partsOf(file: string): Generator<Buffer> {
  if (!fs.existsSync(file)) return;
  const descriptor = fs.openSync(file, 'r');
  try {
    for (;;) {
      const bytes = Buffer.alloc(partBytes);
      const length = fs.readSync(descriptor, bytes);
      if (length === 0) return;
      yield bytes.subarray(0, length);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}
