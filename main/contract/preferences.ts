import { z } from 'zod';

/** How the user arranged a table: hidden columns, and the order of rows. */
const table = z.strictObject({ hidden: z.array(z.string()), column: z.string(), descending: z.boolean() });

/** What is sent into a room. `auto`: a device where there is one. Devices by their labels; empty: the default one. */
const medium = z.enum(['auto', 'device', 'synthetic', 'file', 'none']);
const label = z.string().max(300);
const join = z.strictObject({ picture: medium, sound: medium, camera: label, microphone: label, speaker: label });

const choices = {
  join,
  tables: z.record(z.string(), table),
  scheme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'zh-CN']),
  density: z.enum(['dense', 'roomy']),
  singleKeys: z.boolean(),
  openProfileId: z.uuid().nullable(),
  /** Who acts, as it is written down; empty: the operating system's user. */
  operator: z.string().trim().max(80),
};
/** What the user has chosen for the console itself. The browser host changes its origin at each start: nothing of this is in the page. */
export const preferences = z.strictObject({
  scheme: choices.scheme.default('system'),
  language: choices.language.default('system'),
  density: choices.density.default('dense'),
  singleKeys: choices.singleKeys.default(true),
  openProfileId: choices.openProfileId.default(null),
  operator: choices.operator.default(''),
  tables: choices.tables.default({}),
  join: choices.join.default({ picture: 'auto', sound: 'auto', camera: '', microphone: '', speaker: '' }),
});
export type Preferences = z.output<typeof preferences>;
/** No defaults here: what is not named stays. */
export const preferencesChange = z.strictObject({
  scheme: choices.scheme.exactOptional(),
  language: choices.language.exactOptional(),
  density: choices.density.exactOptional(),
  singleKeys: choices.singleKeys.exactOptional(),
  openProfileId: choices.openProfileId.exactOptional(),
  operator: choices.operator.exactOptional(),
  tables: choices.tables.exactOptional(),
  join: choices.join.exactOptional(),
});

/** Something that happened before the page was there. */
const notice = z.object({ code: z.enum(['settings-set-aside', 'settings-from-newer']), values: z.record(z.string(), z.string()) });

export const about = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.string(),
  osUser: z.string(),
  dataDir: z.string(),
  logFile: z.string(),
  runtime: z.record(z.string(), z.string()),
  /** Seconds until a copied secret is taken back; null where the host cannot reach the clipboard. */
  clipboardClearsAfter: z.int().nullable(),
  notices: z.array(notice),
});
export type About = z.output<typeof about>;

/** SHA-256, in hex, of what the page has just copied: main clears the clipboard later if it still holds that. */
export const copied = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
