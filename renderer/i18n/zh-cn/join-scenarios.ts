import type { Translation } from '../en';

export const scenarios: Translation['scenarios'] = {
  title: '场景',
  list: '本连接的故障',
  lead: '每个场景只影响本控制台自己的连接，其他人可能会看到短暂中断。',
  run: '运行',
  runs: '运行中',
  runOne: '运行：{{name}}',
  names: {
    'signal-reconnect': '信令重连',
    'resume-reconnect': '重连，首次失败',
    'full-reconnect': '完全重连',
    'disconnect-signal-on-resume': '恢复时信令中断',
    migration: '迁移到其他节点',
    'node-failure': '节点故障',
    'force-tcp': '强制 TCP',
    'force-tls': '强制 TURN over TLS',
    'subscriber-bandwidth': '限制下行带宽',
    speaker: '发言者变化',
    'server-leave': '被服务器断开',
  },
  results: {
    runs: '等待媒体恢复',
    'stopped-and-flowed': '{{back}} 后媒体恢复，中断 {{gap}}',
    'never-stopped': '媒体未中断',
    'sent-away': '已被断开，请重新加入',
    'no-turn': '服务器未提供 TURN over TLS，未运行',
    'no-media': '媒体未在时限内恢复',
    failed: '无法发起：',
  },
  byAnswers: '（依据服务器应答：没有其他人发送）',
};
