import type { Translated } from '../en';
import type { table as english } from '../en/table';

export const table: Translated<typeof english> = {
  table: {
    scrolls: '{{label}}，可滚动',
    selectAll: '全选',
    select: '选择 {{name}}',
    columns: '列',
    updated: '{{age}}前更新',
    staleSince: '已 {{age}}未更新',
    move: '移动',
    pick: '选择',
    open: '打开',
  },
  targets: {
    done: '完成',
    already: '本已如此',
    'stale-track': '轨道已不存在：未静音任何内容',
    absent: '已不在房间中',
    'remote-unmute-off': '服务器不允许远程取消静音',
    'dead-node': '房间所在的节点没有响应',
    conflict: '其间已被他人更改',
    'not-supported': '只有 LiveKit Cloud 能做到',
    refused: '被服务器拒绝',
    'not-tried': '未尝试：无法连接服务器',
  },
};
