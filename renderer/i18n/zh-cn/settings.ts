import type { Translated } from '../en';
import type { settings as english } from '../en/settings';

export const settings: Translated<typeof english> = { servers: '服务器' };
