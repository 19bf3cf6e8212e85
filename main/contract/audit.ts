import { z } from 'zod';
import type { CallName } from './names';

export const auditOutcomes = ['done', 'partly', 'failed', 'unknown'] as const;

/** What is done to the console itself and not at a server. */
export const consoleActs = [
  'profiles.create',
  'profiles.change',
  'profiles.delete',
  'profiles.setSecret',
  'profiles.removeSecret',
  'profiles.import',
  'profiles.export',
  'presets.save',
  'presets.delete',
  'presets.import',
  'presets.export',
  'storages.keep',
  'storages.remove',
  'localServer.start',
  'localServer.stop',
  'localServer.install',
  'localServer.sendWebhooks',
  'preferences.change',
] as const satisfies CallName[];

/** One action as it is shown. `no`: the line that was written before it began; its outcome is a later line of the file. */
export const auditEntry = z.object({
  no: z.int(),
  time: z.iso.datetime(),
  operator: z.string(),
  /** Who acted in the operator's name. */
  actor: z.enum(['operator', 'watch', 'endpoint', 'timer']),
  profile: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The call's name: `participants.remove`, `tokens.issue`. */
  action: z.string(),
  room: z.string(),
  targets: z.array(z.string()),
  reason: z.string(),
  /** What was asked for beside the targets: claims and fingerprint of a token, new permissions. */
  details: z.record(z.string(), z.unknown()),
  /** `unknown`: the console ended before the outcome was written. */
  outcome: z.enum(auditOutcomes),
  /** A failure code, or the worst status of the targets; empty when done. */
  code: z.string(),
  answer: z.string(),
  results: z.array(z.object({ target: z.string(), status: z.string(), answer: z.string() })),
  ms: z.number().nullable(),
  hash: z.string(),
  previous: z.string(),
});
export type AuditEntry = z.output<typeof auditEntry>;

/** `changed`: the entry is not as it was written. `missing`: entries before it were taken out. `unreadable`: not an entry at all. */
export const auditBreak = z.object({
  no: z.int(),
  line: z.int(),
  why: z.enum(['changed', 'missing', 'unreadable']),
  time: z.string(),
  /** Hashes: as the log has it, and as it works out now. */
  written: z.string(),
  found: z.string(),
});
export type AuditBreak = z.output<typeof auditBreak>;

export const auditChain = z.object({
  lines: z.int(),
  checkedAt: z.iso.datetime(),
  breaks: z.array(auditBreak),
  /** Where a torn last line was set aside after a crash. */
  tornFile: z.string().nullable(),
  /** False: it cannot be written, and actions are refused with `audit-unwritable`. */
  writable: z.boolean(),
  file: z.string(),
});
export type AuditChain = z.output<typeof auditChain>;

export const auditFilter = {
  /** In operator, action, targets, room, reason, profile, answer; every word must be there. */
  text: z.string().trim().max(256).default(''),
  profileId: z.uuid().nullable().default(null),
  actions: z.array(z.string()).max(100).default([]),
  outcomes: z.array(z.enum(auditOutcomes)).default([]),
  since: z.iso.datetime().nullable().default(null),
  until: z.iso.datetime().nullable().default(null),
};
/** A page from the newest down. `before`: the `no` of the last row there is. */
export const auditRequest = z.strictObject({
  ...auditFilter,
  before: z.int().nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
});
export const auditPage = z.object({
  entries: z.array(auditEntry),
  total: z.int(),
  next: z.int().nullable(),
  counts: z.object({ today: z.int(), failed: z.int(), removals: z.int(), tokens: z.int(), console: z.int() }),
  chain: auditChain,
});
export const auditExport = z.strictObject({ ...auditFilter, format: z.enum(['csv', 'json']) });
