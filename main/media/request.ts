import { type Form, type FormValues, formProblems, requestOf } from '../contract/form';
import { Refusal } from '../contract/result';

/** The message that these values make. Throws `invalid-input`, field by field. */
export function checkedRequest(form: Form, values: FormValues, unset: 'leave' | 'clear' = 'leave') {
  const issues = formProblems(form, values);
  if (issues.length > 0) throw new Refusal('invalid-input', `${form.id}: some fields are not valid`, { issues });
  return requestOf(form, values, unset);
}

/** What of it may be written down: everything but secrets, and what may carry some. */
export const auditable = (form: Form, values: FormValues) =>
  requestOf({ ...form, fields: form.fields.filter(({ kind, unlogged }) => kind !== 'secret' && !unlogged) }, values);
