import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { preparedSdks } from './prepare';

export const key = { apiKey: 'APIk7QzW4mTn2', apiSecret: randomBytes(32).toString('base64url') };
export const { python, go, java } = preparedSdks();

/** What a program prints; rejects with its complaint where it fails. */
export async function output(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const options = { cwd: path.resolve('test/sdks'), env: { ...process.env, ...env }, timeout: 120_000 };
  return (await promisify(execFile)(program, args, options)).stdout;
}
