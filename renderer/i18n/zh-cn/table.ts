import type { Translated } from '../en';
import type { table as english } from '../en/table';

export const table: Translated<typeof english> = {
  table: { scrolls: '{{label}}，可滚动', selectAll: '全选', select: '选择 {{name}}' },
};
