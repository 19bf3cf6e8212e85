import type { Translated } from '../en';
import type { media as english } from '../en/media';
import { egress } from './media-egress';
import { choices, fields, hints } from './media-fields';
import { ingress } from './media-ingress';
import { sip } from './media-sip';

export const media: Translated<typeof english> = {
  views: { egress: 'Egress', ingress: 'Ingress', sip: 'SIP', agents: '智能体' },
  form: { more: '更多', kept: '已设置。输入即替换' },
  save: '保存',
  saved: '已保存',
  delete: '删除',
  deleteButton: '删除…',
  deleteQuestion: '删除 {{name}}？',
  deleted: '已删除 {{name}}',
  loading: '正在读取列表',
  missing: {
    redis: '该服务器没有 Redis',
    why: {
      egress: '录制需要 Redis 和一个 egress 工作进程。房间、人员和令牌不受影响。',
      ingress: 'Ingress 需要 Redis 和一个 ingress 工作进程。房间、人员和令牌不受影响。',
      sip: '电话呼叫需要 Redis 和一个 SIP 工作进程。房间、人员和令牌不受影响。',
    },
    show: '显示如何设置',
    again: '重新检查',
    setUp: '需要设置什么',
    copy: '复制：{{what}}',
    sameRedis: '服务器和工作进程通过同一个 Redis 找到彼此：两者都需要它的地址，工作进程还需要服务器的密钥。',
  },
  setUp: {
    runRedis: '1. 运行 Redis',
    server: '2. 写入服务器配置并重启服务器',
    worker: '3. 用该服务器的密钥运行一个工作进程',
  },
  fields,
  hints,
  choices,
  egress,
  ingress,
  sip,
};
