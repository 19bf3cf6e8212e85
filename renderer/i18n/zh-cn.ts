import type { Translation } from './en';
import { agents } from './zh-cn/agents';
import { audit } from './zh-cn/audit';
import { endpoint } from './zh-cn/endpoint';
import { failures } from './zh-cn/failures';
import { frame } from './zh-cn/frame';
import { join } from './zh-cn/join';
import { check } from './zh-cn/join-check';
import { many } from './zh-cn/join-many';
import { refusals } from './zh-cn/join-refusals';
import { rights } from './zh-cn/join-rights';
import { scenarios } from './zh-cn/join-scenarios';
import { statistics } from './zh-cn/join-statistics';
import { live } from './zh-cn/live';
import { media } from './zh-cn/media';
import { people } from './zh-cn/people';
import { profiles } from './zh-cn/profiles';
import { rooms } from './zh-cn/rooms';
import { services } from './zh-cn/services';
import { settings } from './zh-cn/settings';
import { table } from './zh-cn/table';
import { tokens } from './zh-cn/tokens';
import { webhooks } from './zh-cn/webhooks';

export const zhCn: Translation = {
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
};
