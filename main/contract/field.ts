/** What can be wrong with one field. A schema gives the code as its message; the renderer has a sentence for each. */
export const fieldProblems = [
  'required',
  'too-long',
  'not-a-number',
  'out-of-range',
  'not-an-address',
  'address-scheme',
  'address-credentials',
  'address-query',
  'not-a-lifetime',
  'lifetime-past',
  'lifetime-too-short',
  'not-json',
  'not-pairs',
  'not-a-call-number',
  'not-a-call-address',
  'template-address',
  'template-token',
  'no-token',
  'taken',
  'not-allowed',
  'cannot-clear',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

/** Gives a zod check its code, spelled as the compiler knows it. */
export const problem = (code: FieldProblem): FieldProblem => code;
