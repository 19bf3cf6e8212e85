import { type Form, type FormValue, type FormValues, formProblems, requestOf } from '../contract/form';
import { Refusal } from '../contract/result';
import { maskStreamUrl } from './mask-address';

/** The message that these values make. Throws `invalid-input`, field by field. */
export function checkedRequest(form: Form, values: FormValues, ...how: [unset?: 'leave' | 'clear', removed?: readonly string[]]) {
  const issues = formProblems(form, values);
  if (issues.length > 0) throw new Refusal('invalid-input', `${form.id}: some fields are not valid`, { issues });
  return requestOf(form, values, ...how);
}

const maskLines = (value: FormValue) =>
  String(value)
    .split('\n')
    .flatMap((line) => (line.trim() ? maskStreamUrl(line) : []))
    .join('\n');

/** What of it may be written down: everything but secrets, and what may carry some; of an address, all but its key. */
export function auditable(form: Form, values: FormValues) {
  const fields = form.fields.filter(({ kind, unlogged }) => kind !== 'secret' && !unlogged);
  const masked = fields.flatMap(({ path, address }) => (address && values[path] ? [[path, maskLines(values[path])] as const] : []));
  return requestOf({ ...form, fields }, { ...values, ...Object.fromEntries(masked) });
}
