import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { CallError } from '../api';

/** Puts what main found wrong with single fields under those fields. What belongs to no field stays with the failure itself. */
export function showIssues<In extends FieldValues, Context, Out>(error: Error, form: UseFormReturn<In, Context, Out>): void {
  if (!(error instanceof CallError)) return;
  const isField = (path: string): path is Path<In> => path in form.getValues();
  for (const { path, code } of error.issues) if (isField(path)) form.setError(path, { message: code });
}
