import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../renderer/ui/json';

const text = (value: unknown) =>
  linesOf(value).map(({ indent, key, rest }) => `${' '.repeat(indent)}${key === null ? '' : `${JSON.stringify(key)}: `}${rest}`);

test('a list stands on one line, an object does not', () => {
  expect(text({ video: { canPublishSources: ['camera', 'microphone'], roomJoin: true }, attributes: {} })).toEqual([
    '{',
    '  "video": {',
    '    "canPublishSources": ["camera", "microphone"],',
    '    "roomJoin": true',
    '  },',
    '  "attributes": {}',
    '}',
  ]);
});

test('what is shown is the value, whatever a stranger has put into it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(JSON.parse(text(value).join('\n'))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
