import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CallError } from '../../../renderer/api';
import { startI18n } from '../../../renderer/i18n/i18n';
import { isClosed } from '../../../renderer/ui/closed';
import { Problem } from '../../../renderer/ui/problem';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
let root: Root;
beforeAll(async () => {
  await startI18n();
});
beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
});
afterEach(() => {
  act(() => root.unmount());
  isClosed.set(false);
});
const shows = (code: 'closed' | 'unreachable') => {
  const error = new CallError({ ok: false, code, message: code });
  act(() => root.render(<Problem error={error} />));
};
const alerts = () => document.querySelectorAll('[role="alert"]').length;

test('that the console was closed is said at a form until the notice over everything says it', () => {
  shows('closed'); // a connection that was lost for a moment: the call failed, and there is no notice
  expect(alerts()).toBe(1);
  act(() => isClosed.set(true));
  expect(alerts()).toBe(0);
});

test('any other problem is said at its form, also once the console was closed', () => {
  isClosed.set(true);
  shows('unreachable');
  expect(alerts()).toBe(1);
});
