import type { Translated } from '../en';
import type { ingress as english } from '../en/media-ingress';

export const ingress: Translated<typeof english> = {
  table: 'Ingress',
  one: 'Ingress',
  filter: '筛选 ingress',
  filters: { all: '全部', live: '直播中', failed: '失败' },
  states: { inactive: '等待中', buffering: '缓冲中', publishing: '直播中', error: '失败', complete: '已结束' },
  off: '已关闭',
  as: '进入身份',
  count_other: '{{count}} 个 ingress',
  empty: '没有外部流进入',
  emptyWhy: 'Ingress 接收 OBS 等编码器的流，或主动拉取一个流，并作为参与者带入房间。',
  create: '新建 ingress',
  createVerb: '创建 ingress',
  created: 'Ingress 已就绪',
  address: '推流地址',
  noAddress: '服务器没有给出地址：其配置中未设置 ingress.rtmp_base_url 和 whip_base_url。',
  copyAddress: '复制地址',
  streamKey: '推流密钥',
  copyKey: '复制推流密钥',
  cannotClear: '服务器把空字段视为“保持不变”：可以更改，不能清空。',
  fixed: '拉取 URL 的 ingress 无法更改：请删除后重新创建。',
  deleteWhat: '正在通过它推流的会被切断。',
  deleteKey: '其推流密钥将永久失效。',
  deleteVerb: '删除 1 个 ingress',
};
