import type { Translated } from '../en';
import type * as english from '../en/media-fields';

export const fields: Translated<typeof english.fields> = {
  name: '名称',
  input_type: '方式',
  url: '地址',
  room_name: '房间',
  participant_identity: '身份标识',
  participant_name: '显示名称',
  participant_metadata: '元数据',
  enabled: '接收推流',
  enable_transcoding: '转码',
};
export const hints: Translated<typeof english.hints> = {
  enabled: '关闭：推流密钥保留，但无人能用它进入。',
  enable_transcoding: '关闭：流原样通过，延迟更低，只有一种质量。',
};
export const choices: Translated<typeof english.choices> = { RTMP_INPUT: 'RTMP', WHIP_INPUT: 'WHIP', URL_INPUT: 'URL' };
