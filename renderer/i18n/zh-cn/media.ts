import type { Translated } from '../en';
import type { media as english } from '../en/media';
import { egress } from './media-egress';
import { choices, fields, hints } from './media-fields';
import { ingress } from './media-ingress';
import { sip } from './media-sip';

export const media: Translated<typeof english> = {
  views: { egress: 'Egress', ingress: 'Ingress', sip: 'SIP', agents: '智能体' },
  form: {
    more: '更多',
    kept: '已设置。输入即替换',
    removed: '保存时移除',
    removeKept: '移除已设置的值',
    removePill: '移除 {{text}}',
    offered: '钥匙串中',
    typed: '仅本次输入',
  },
  storages: {
    keepAs: '保存为',
    keepWhy: '以此名称保存在本机钥匙串中。留空则只使用一次，随后忘记。',
    keep: '保存',
    isKept: '{{name}} 已存入钥匙串',
    credentials: '凭据',
    where: '{{kind}}，在钥匙串中',
    remove: '移除…',
    question: '从钥匙串移除 {{name}}？',
    removeWhat: '其凭据将从本机删除，需要重新输入。',
    running: '正在写入它的录制会继续，已录制的内容保留。',
    verb: '移除 1 个存储',
    isRemoved: '已移除 {{name}}',
  },
  showForm: '查看',
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
    localServer: '本控制台的本地服务器不支持 Redis：请用此配置另行启动一个 livekit-server，并在设置中添加。',
    sameRedis: '服务器和工作进程通过同一个 Redis 找到彼此：两者都需要它的地址，工作进程还需要服务器的密钥。',
  },
  noWorker: {
    egress: '服务器有 Redis 并接受了请求，但没有 egress 工作进程来执行。您输入的内容已保留，没有执行任何操作。',
    ingress: '服务器有 Redis 并接受了请求，但没有 ingress 工作进程来拉取。您输入的内容已保留，没有创建任何内容。',
    sip: '服务器有 Redis 并接受了请求，但没有 SIP 工作进程来拨号。您输入的内容已保留，没有呼叫任何人。',
  },
  runWorker: '运行一个工作进程，然后重试',
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
