import path from 'node:path';
import { inspect } from 'node:util';
import log from 'electron-log/node';
import { dataDir } from './data-dir';
import { redact } from './redact';

export const logFile = path.join(dataDir, 'logs/roomkeeper.log');

// electron-log/node in both hosts: electron-log/main would only add an IPC channel that we must not open.
log.transports.file.resolvePathFn = () => logFile;
log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
log.transports.file.maxSize = 5 * 1024 * 1024;
log.transports.console.level = false;
// Hooks run before the transports format: turn each argument into text here, so that no object escapes the redaction.
log.hooks.push((message) => ({
  ...message,
  data: message.data.map((part: unknown) => redact(typeof part === 'string' ? part : inspect(part))),
}));

export { log };
