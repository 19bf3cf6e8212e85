import type { Translated } from '../en';
import type { frame as english } from '../en/frame';

export const frame: Translated<typeof english> = {
  sections: { tokens: '令牌', services: '服务', settings: '设置' },
  environments: { development: '开发环境', staging: '预发布环境', production: '生产环境' },
  frame: { search: '搜索', views: '视图' },
};
