import { act, useLayoutEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { Keep } from '../../../renderer/ui/keep';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
let root: Root | undefined;
afterEach(() => act(() => root?.unmount()));

function Field({ label, onShown }: { label: string; onShown?: (isThere: boolean) => void }) {
  useLayoutEffect(() => onShown?.(document.querySelector(`[aria-label="${label}"]`) !== null), [label, onShown]);
  return <input aria-label={label} defaultValue="" />;
}
const fields = () => [...document.querySelectorAll('input')];

async function start() {
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
  return (node: React.ReactNode) => act(async () => root?.render(node));
}
const two = (at: 'a' | 'b', onShown?: (isThere: boolean) => void) => (
  <>
    {(['a', 'b'] as const).map((id) => (
      <Keep key={id} isShown={at === id}>
        <Field label="Room" {...(onShown && { onShown })} />
      </Keep>
    ))}
  </>
);

test('what is not shown is not in the document, and comes back as it was left', async () => {
  const render = await start();
  await render(two('a'));
  const [field, more] = fields();
  expect(more).toBeUndefined();
  if (field) field.value = 'clinic';
  await render(two('b'));
  expect(fields().map(({ value }) => value)).toEqual(['']);
  await render(two('a'));
  expect(fields()).toEqual([field]);
  expect(field?.value).toBe('clinic');
});

test('what is shown is in the document when its effects run: it can be measured and focused', async () => {
  const found = vi.fn();
  const render = await start();
  await render(two('a', found));
  await render(two('b', found));
  await render(two('a', found));
  expect(found.mock.calls).toEqual([[true], [true], [true]]);
});

test('what is kept inside something kept comes back with it, scrolled as it was', async () => {
  const render = await start();
  const nested = (isShown: boolean) => (
    <Keep isShown={isShown}>
      <Keep isShown>
        <div id="list" style={{ overflow: 'auto' }} />
      </Keep>
    </Keep>
  );
  await render(nested(true));
  const list = document.getElementById('list');
  if (list) list.scrollTop = 40;
  await render(nested(false));
  expect(document.getElementById('list')).toBeNull();
  if (list) list.scrollTop = 0; // as a browser does with what leaves the document
  await render(nested(true));
  expect(document.getElementById('list')).toBe(list);
  expect(list?.scrollTop).toBe(40);
});
