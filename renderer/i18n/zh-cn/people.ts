import type { Translated } from '../en';
import type { people as english } from '../en/people';

export const people: Translated<typeof english> = {
  find: '查找参与者',
  hint: '身份、名称或属性',
  verb: '查找',
  found: '找到的人员',
  scopes: { anywhere: '全部', identity: '身份', name: '名称', attribute: '属性' },
  columns: { person: '参与者', room: '房间', joined: '加入时间' },
  start: {
    title: '在所有房间中查找某人',
    what: '输入身份、名称或属性的一部分，然后按 Enter。将读取 {{server}} 的所有房间，人数最多的在前。',
    syntax: '属性可按值查找，也可按键和值查找：',
  },
  none: {
    title: '没有人与“{{text}}”匹配',
    what: '当前在房间中的人，其身份、名称和属性都不包含它。元数据不在查找范围内。',
  },
  run: {
    read: '已读取 {{read}} / {{rooms}} 个房间',
    found_other: '找到 {{count}} 人',
    seconds: '{{seconds}} 秒',
    cancelled: '已取消：没有读完所有房间',
    meter: '已读取的房间',
  },
  unanswered_other: '{{count}} 个房间没有回应',
  unansweredWhy: '其中的人可能缺失，或已不在：',
  more_other: '以及另外 {{count}} 个',
  capped: '匹配的人太多',
  cappedWhy: '查找在 {{count}} 人时停止。请输入更多内容。',
  ghost: '节点没有回应',
  noMicrophone: '没有麦克风',
  undone: '已撤销',
  failed: '{{name}}：{{why}}',
  openRoom: '打开房间',
  openTheRoom: '打开房间',
  remove: {
    button: '移出',
    question: '移出 {{name}}？',
    what: '对方会立即离开 {{room}}，其应用会得知被移出。',
    token: '其令牌在过期前仍然有效：此服务器无法取消令牌，因此对方可以用同一链接再次加入。',
    done: '已移出 {{name}}',
  },
  shown_other: '{{count}} 人',
  keys: { mute: '静音', open: '详情', remove: '移出' },
};
