import type { Lint, LintCode } from '../contract/tokens';

type Details = { values?: Lint['values']; cure?: NonNullable<Lint['cure']> };
const finding =
  (tone: Lint['tone']) =>
  (code: LintCode, { values = {}, cure }: Details = {}): Lint => ({ code, tone, values, cure: cure ?? null });

/** Stops issuing. */
export const red = finding('red');
/** Works, but deserves a look. */
export const amber = finding('amber');
/** Informs. */
export const plain = finding('plain');
