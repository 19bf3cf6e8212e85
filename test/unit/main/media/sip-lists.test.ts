import { expect, test } from 'vitest';
import { formProblems, initialValues } from '../../../../main/contract/form';
import { sipForms } from '../../../../main/contract/sip';
import { isCallAddress, isCallNumber } from '../../../../main/contract/sip-lists';

test.each(['+49305550100', '030 555-0100', '(030) 555.01.00', '100', '*43#', 'support', 'desk_7'])('%j is a number', (text) => {
  expect(isCallNumber(text)).toBe(true);
});
test.each(['sip:+49305550100@host', '+4930@host', 'tel:+49305550100', 'Berlin +4930', '+', '( )'])('%j is no number', (text) => {
  expect(isCallNumber(text)).toBe(false);
});
test.each(['203.0.113.16', '203.0.113.16/28', '0.0.0.0/0', '2001:db8::1', '2001:db8::/32', 'sip.carrier-a.example', 'pbx'])(
  '%j is an address',
  (text) => {
    expect(isCallAddress(text)).toBe(true);
  },
);
test.each(['203.0.113.256', '203.0.113', '203.0.113.16/33', '203.0.113.16:5060', 'sip:host', 'a b', '-host'])(
  '%j is no address',
  (text) => {
    expect(isCallAddress(text)).toBe(false);
  },
);

test('one that is none is said at its list, and at no other', () => {
  const values = { ...initialValues(sipForms.inbound), name: 'Line', numbers: '+4930\nsip:x@y', allowed_addresses: '203.0.113.1' };
  expect(formProblems(sipForms.inbound, values)).toEqual([{ path: 'numbers', code: 'not-a-call-number' }]);
  expect(formProblems(sipForms.inbound, { ...values, numbers: '+4930', allowed_addresses: '203.0.113.1:5060' })).toEqual([
    { path: 'allowed_addresses', code: 'not-a-call-address' },
  ]);
});
