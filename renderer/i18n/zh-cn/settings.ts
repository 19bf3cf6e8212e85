import type { Translated } from '../en';
import type { settings as english } from '../en/settings';

export const settings: Translated<typeof english> = {
  views: { servers: '服务器', presets: '预设' },
};
