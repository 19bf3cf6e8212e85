import type { Translation } from '../en';

export const many: Translation['many'] = {
  title: '添加参与者',
  form: '合成参与者',
  count: '数量',
  sends: '发送内容',
  kinds: { card: '测试卡和测试音', tone: '仅测试音', nothing: '不发送，仅观看' },
  every: '间隔',
  leaves: '最多 {{most}} 个。你离开、停止它们或关闭 Roomkeeper 时它们会离开。每个都有自己的令牌。',
  foreign: '该房间所在的服务器不在已保存的服务器中',
  foreignNext: '每个参与者都需要令牌，而 Roomkeeper 没有 {{server}} 的密钥，无法签名。添加服务器需要先离开房间。',
  addServer: '添加该服务器',
  stop: '全部停止（{{count}}）',
  add: '添加 {{count}} 个',
  figures: '各参与者的数据',
  state: '状态',
  joined: '加入用时',
  out: '上行 Mb/s',
  in: '下行 Mb/s',
  states: { waiting: '等待中', joining: '加入中', in: '在房间内', left: '已离开', refused: '被拒绝' },
};
