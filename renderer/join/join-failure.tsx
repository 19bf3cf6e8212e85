import { CallError } from '../api';
import { Problem } from '../ui/problem';

/** Why one was not let in. */
export function JoinFailure({ error }: { error: Error | null }) {
  return (
    <Problem
      error={error instanceof CallError ? error : error && new CallError({ ok: false, code: 'unreachable', message: error.message })}
    />
  );
}
