import type { Translated } from '../en';
import type { egress as english } from '../en/media-egress';

export const egress: Translated<typeof english> = {
  table: 'Egress',
  one: 'Egress {{id}}',
  filter: '筛选 egress',
  filters: { all: '全部', running: '进行中', failed: '失败' },
  columns: { state: '状态', room: '房间', what: '内容', goesTo: '去向', start: '开始', size: '大小' },
  states: {
    starting: '正在启动…',
    active: '录制中',
    ending: '正在结束…',
    complete: '已完成',
    failed: '失败',
    aborted: '已中止',
    limit: '达到时限',
  },
  what: { room: '房间', web: '网页', participant: '人员', track: '轨道', trackComposite: '多条轨道', other: '其他' },
  outputs: { file: '文件', segments: '分段', images: '图片', stream: '推流', websocket: 'WebSocket' },
  empty: '没有录制或推流',
  emptyWhy: '已结束的会在此列表中保留 24 小时。',
  running_other: '{{count}} 个进行中',
  stop: {
    button: '停止…',
    key: '停止',
    question: '停止录制 {{name}}？',
    what: '立即结束，且无法继续。',
    kept: '到目前为止的录制内容会保留并上传。',
    verb: '停止 1 个 egress',
    done: '正在结束',
  },
};
