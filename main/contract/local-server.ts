import { z } from 'zod';

export const localServerLine = z.object({
  at: z.iso.datetime(),
  level: z.enum(['debug', 'info', 'warn', 'error']),
  text: z.string(),
  own: z.boolean(),
});
export type LocalServerLine = z.output<typeof localServerLine>;

/** `found`: a livekit-server of this machine. `go`: a Go that can install one (1.26 or newer is needed). */
export const localServerStatus = z.object({
  state: z.enum(['missing', 'stopped', 'installing', 'starting', 'running', 'stopping', 'failed']),
  found: z.object({ path: z.string(), version: z.string() }).nullable(),
  go: z.object({ version: z.string(), recent: z.boolean() }).nullable(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  running: z.object({ url: z.string(), pid: z.int(), startedAt: z.iso.datetime(), profileId: z.uuid() }).nullable(),
  /** The last line of the installation, or why it failed. */
  note: z.string().nullable(),
});
export type LocalServerStatus = z.output<typeof localServerStatus>;
export const localServerOptions = z.strictObject({ port: z.int().min(1024).max(65_535).default(7880) });
