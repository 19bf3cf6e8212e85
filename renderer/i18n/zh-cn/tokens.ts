import type { Translated } from '../en';
import type { tokens as english } from '../en/tokens';

export const tokens: Translated<typeof english> = {
  identity: '身份标识',
  room: '房间',
  issue: '签发令牌',
  token: '令牌',
  joinLink: '加入链接',
};
