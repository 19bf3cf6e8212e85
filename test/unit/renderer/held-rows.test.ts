import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdOrder } from '../../../renderer/ui/held-rows';

const idOf = (id: string) => id;
const rows = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 });

test('while the pointer is over the table no row moves, whatever the server says next', () => {
  fc.assert(
    fc.property(rows, rows, (before, next) => {
      const held = holdOrder(
        before.map((row) => ({ row, gone: false })),
        next,
        idOf,
      );
      expect(held.slice(0, before.length).map(({ row }) => row)).toEqual(before);
    }),
  );
});

test('every row of the data is shown once, and what is no longer in it is marked', () => {
  fc.assert(
    fc.property(rows, rows, (before, next) => {
      const held = holdOrder(
        before.map((row) => ({ row, gone: false })),
        next,
        idOf,
      );
      expect(
        held
          .filter(({ gone }) => !gone)
          .map(({ row }) => row)
          .toSorted(),
      ).toEqual(next.toSorted());
      expect(new Set(held.map(({ row }) => row)).size).toBe(held.length);
    }),
  );
});
