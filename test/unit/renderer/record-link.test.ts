import { expect, test } from 'vitest';
import { recordItem, toRecordOf } from '../../../renderer/ui/record-link';
import { parseRoute } from '../../../renderer/ui/route';

const odd = 'a/b&track_id=TR_x#%=ü';

test.each([{ room: odd }, { room: odd, identity: odd }, { room: odd, trackSid: 'TR_1' }, { room: 'r', identity: '' }])(
  'what is to be recorded comes out of the address as it went in: %j',
  (what) => {
    expect(toRecordOf(parseRoute(`#/media/egress/${recordItem(what)}`).item)).toEqual(what);
  },
);

test.each(['', '%E0%A4%A', 'room&identity=%E0'])('what is no address of the console asks for nothing: %j', (item) => {
  expect(toRecordOf(item)).toBeUndefined();
});
