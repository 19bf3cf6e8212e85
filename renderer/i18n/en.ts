import { agents } from './en/agents';
import { audit } from './en/audit';
import { endpoint } from './en/endpoint';
import { failures } from './en/failures';
import { frame } from './en/frame';
import { join } from './en/join';
import { check } from './en/join-check';
import { many } from './en/join-many';
import { refusals } from './en/join-refusals';
import { rights } from './en/join-rights';
import { scenarios } from './en/join-scenarios';
import { statistics } from './en/join-statistics';
import { live } from './en/live';
import { media } from './en/media';
import { people } from './en/people';
import { profiles } from './en/profiles';
import { rooms } from './en/rooms';
import { services } from './en/services';
import { settings } from './en/settings';
import { table } from './en/table';
import { tokens } from './en/tokens';
import { webhooks } from './en/webhooks';

/** One file per feature, the same words as its folder. */
export const en = {
  ...frame,
  ...failures,
  ...table,
  profiles,
  tokens,
  join,
  statistics,
  check,
  scenarios,
  many,
  refusals,
  rights,
  live,
  rooms,
  people,
  media,
  agents,
  audit,
  services,
  webhooks,
  endpoint,
  settings,
} as const;

/** Same keys, any text. A plural that Chinese does not have (`_one`) is the one thing that may be absent. */
export type Translated<T> = { [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translated<T[K]> };
export type Translation = Translated<typeof en>;
