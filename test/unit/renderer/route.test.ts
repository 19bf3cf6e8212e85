import { expect, test } from 'vitest';
import { go, parseRoute } from '../../../renderer/ui/route';

test.each([
  ['', { section: '', view: undefined, item: undefined }],
  ['#/tokens', { section: 'tokens', view: undefined, item: undefined }],
  ['#/tokens/', { section: 'tokens', view: undefined, item: undefined }],
  ['#/settings/servers/new', { section: 'settings', view: 'servers', item: 'new' }],
])('%j is %j', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('going somewhere writes what is read back', () => {
  go('settings', 'servers', 'new');
  expect(parseRoute(window.location.hash)).toEqual({ section: 'settings', view: 'servers', item: 'new' });
  go('tokens');
  expect(window.location.hash).toBe('#/tokens');
});
