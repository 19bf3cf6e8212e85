import type { Api } from '../main/contract';
import type { Failure, FieldIssue, Result } from '../main/contract/result';

declare global {
  interface Window {
    readonly api: Api;
  }
}

export const { api } = window;

/** A failure as a query or mutation sees it; `code` picks the sentence in the user's language. */
export class CallError extends Error {
  readonly code: Failure['code'];
  readonly issues: FieldIssue[];
  readonly answer: string | undefined;
  readonly values: Record<string, string | number>;
  constructor({ code, message, issues = [], answer, values = {} }: Failure) {
    super(message);
    this.code = code;
    this.issues = issues;
    this.answer = answer;
    this.values = values;
  }
}

export async function unwrap<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (answer.ok) return answer.value;
  throw new CallError(answer);
}
