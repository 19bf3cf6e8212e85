import type { Translated } from '../en';
import type { services as english } from '../en/services';

export const services: Translated<typeof english> = { localServer: '本地服务器' };
