import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** All that the files in a zip file hold, unpacked, as one text; the names of the files are in it. */
export function zipText(file: string): string {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const texts: string[] = [];
  let entry = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, local] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)];
    const [name, extra, comment] = [zip.readUInt16LE(entry + 28), zip.readUInt16LE(entry + 30), zip.readUInt16LE(entry + 32)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    texts.push(zip.toString('utf8', entry + 46, entry + 46 + name), (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    entry += 46 + name + extra + comment;
  }
  return texts.join('\n');
}
