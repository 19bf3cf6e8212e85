import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { startI18n } from '../../../../renderer/i18n/i18n';
import { ClockFinding } from '../../../../renderer/profiles/probe-findings';

beforeAll(async () => {
  await startI18n();
});

test.each([
  [0, 'green', 'Clocks agree within 2 s', 'The server allows 60 s.'],
  [1_999, 'green', 'Clocks agree within 2 s', 'The server allows 60 s.'],
  [-2_000, 'green', 'This clock is 2.0 s behind', 'The server allows 60 s.'],
  [4_999, 'green', 'This clock is 5.0 s ahead', 'The server allows 60 s.'],
  [5_000, 'amber', 'This clock is 5.0 s ahead', 'before it drifts further'],
  [-29_999, 'amber', 'This clock is 30 s behind', 'before it drifts further'],
  [30_000, 'red', 'This clock is 30 s ahead', 'ahead, they are not valid yet; behind, they end early'],
  [-61_000, 'red', 'This clock is 61 s behind', 'ahead, they are not valid yet; behind, they end early'],
])('a clock that is %d ms ahead is %s', (aheadMs, tone, title, said) => {
  document.body.innerHTML = renderToStaticMarkup(<ClockFinding aheadMs={aheadMs} />);
  expect(document.body.textContent).toContain(title);
  expect(document.body.textContent).toContain(said);
  expect(document.querySelector(`.${tone}`)).not.toBeNull();
});
