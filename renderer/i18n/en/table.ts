export const table = {
  table: { scrolls: '{{label}}, scrolls', selectAll: 'Select all', select: 'Select {{name}}' },
} as const;
