import { z } from 'zod';
import { problem } from './field';
import { keep } from './profiles';

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
  running: z.object({ url: z.string(), pid: z.int(), startedAt: z.iso.datetime(), profileId: z.uuid(), webhookUrl: z.string() }).nullable(),
  /** Where it runs next if it is free and no other is asked for: where it ran last, or LiveKit's usual port. */
  port: z.int(),
  /** Whether it is started with the receiver of this console as where its webhooks go; `running.webhookUrl` is how it was started. */
  sendsWebhooks: z.boolean(),
  /** The last line of the installation, or why it failed. */
  note: z.string().nullable(),
});
export type LocalServerStatus = z.output<typeof localServerStatus>;
const port = z.int(problem('not-a-number')).min(1024, problem('out-of-range')).max(65_535, problem('out-of-range'));
/** Without a `port`, any that is free. `keep`: where the secret of a newly made key pair goes; a pair made before is used again and stays where it is. */
export const localServerOptions = z.strictObject({
  port: port.optional(),
  keep: keep.default('keychain'),
});
