import { useCallback, useId, useRef, useState } from 'react';
import { type Form, type FormValue, type FormValues, formProblems, initialValues } from '../../main/contract/form';
import type { FieldIssue } from '../../main/contract/result';
import { CallError } from '../api';

/** What is typed into a form that grows from a description. Secrets stay in their fields until they are sent. */
export function useRequestForm(form: Form, start: FormValues = initialValues(form)) {
  const id = useId();
  const [values, setValues] = useState(start);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  // Found by this and not in the document, which it leaves with its values while something else is shown.
  const held = useRef<HTMLFormElement>(null);
  const element = useCallback((here: HTMLFormElement | null) => {
    if (here) held.current = here;
  }, []);
  const secretFields = () =>
    form.fields.flatMap(({ kind, path }) => {
      const field = kind === 'secret' ? held.current?.elements.namedItem(path) : undefined;
      return field instanceof HTMLInputElement ? [field] : [];
    });
  const secrets = (): FormValues => Object.fromEntries(secretFields().map(({ name, value }): [string, FormValue] => [name, value]));
  return {
    id,
    element,
    form,
    values,
    issues,
    set: (path: string, value: FormValue) => {
      setValues((before) => ({ ...before, [path]: value }));
      setIssues((before) => before.filter((issue) => issue.path !== path));
    },
    /** Begins anew with these; what they do not name is as at first. */
    fill(given: FormValues) {
      setValues({ ...start, ...given });
      setIssues([]);
    },
    /** Of the secrets that are set, those that are to be taken away, by path. */
    removed,
    remove(path: string, isOn: boolean) {
      for (const field of secretFields()) if (field.name === path) field.value = '';
      setRemoved((before) => [...before.filter((one) => one !== path), ...(isOn ? [path] : [])]);
    },
    /** On leaving a field, what is wrong with that field alone. */
    leave(path: string) {
      const mine = formProblems(form, { ...values, ...secrets() }).filter((issue) => issue.path === path && issue.code !== 'required');
      setIssues((before) => [...before.filter((issue) => issue.path !== path), ...mine]);
    },
    /** All that was typed, as it is. */
    typed: (): FormValues => ({ ...values, ...secrets() }),
    mark: setIssues,
    /** All that was typed, or null where something is wrong: that is then said at its field. */
    read(): FormValues | null {
      const all = { ...values, ...secrets() };
      const found = formProblems(form, all);
      setIssues(found);
      return found.length > 0 ? null : all;
    },
    /** After they were sent: they have no place here. */
    forgetSecrets() {
      for (const field of secretFields()) field.value = '';
      setRemoved([]);
    },
    /** What main found wrong with single fields. */
    show: (error: Error) => error instanceof CallError && setIssues(error.issues),
  };
}
export type RequestFormState = ReturnType<typeof useRequestForm>;
