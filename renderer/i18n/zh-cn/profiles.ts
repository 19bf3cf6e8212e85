import type { Translated } from '../en';
import type { profiles as english } from '../en/profiles';

export const profiles: Translated<typeof english> = {
  connect: '连接到你的服务器',
  serverUrl: '服务器地址',
  apiKey: 'API 密钥',
  apiSecret: 'API 私钥',
  name: '名称',
  save: '存入钥匙串并打开',
};
