import { z } from 'zod';
import { type FieldProblem, problem } from './field';
import type { FieldIssue } from './result';
import { isCallAddress, isCallNumber } from './sip-lists';

export type FormValue = string | boolean | string[];
/** By path of the field. Figures are text, as they are typed. */
export type FormValues = Record<string, FormValue>;
export const formValues = z.record(z.string(), z.union([z.string().max(524_288, problem('too-long')), z.boolean(), z.array(z.string())]));

/**
 * One field of a request, by the protocol's own name. A dot leads into a message, a figure into a list: `file_outputs.0.filepath`.
 * `text` with `choices`: these are suggested, any other may be typed. `lines`: a list, one a line. `pairs`: a map, `key = value` a line. `agents`: a list of RoomAgentDispatch, a line each: its name, or `name = metadata`. `seconds`: a duration. `several`: any of the choices.
 */
export type FormField = {
  path: string;
  kind: 'text' | 'long' | 'secret' | 'number' | 'seconds' | 'switch' | 'choice' | 'several' | 'lines' | 'pairs' | 'agents';
  choices?: readonly string[];
  initial?: FormValue;
  required?: true;
  /** Hardly ever needed: under "More". */
  more?: true;
  /** Shown and sent where another field has one of these values. */
  when?: readonly [path: string, ...values: string[]];
  /** What each line of a list is: such lists are shown as pills. */
  each?: 'number' | 'address';
  /** Chooses among other fields and is not sent itself. */
  local?: true;
  /** May carry a secret without being one: it is typed in the open, and not written down. */
  unlogged?: true;
  /** An address, or several, that may carry a key: written down with that masked. */
  address?: true;
  /** What is there already is offered: open rooms, trunks, kept storages. A choice takes those besides its own. */
  offers?: 'rooms' | 'inbound' | 'outbound' | 'storages';
};
/** The choice that says nothing: the field is not sent, or cleared. */
export const notSet = 'unset';
/** What a request is made of. The renderer grows its form from it, main its message. */
export type Form = { id: string; fields: readonly FormField[] };

const empty = ({ kind, choices }: FormField): FormValue => {
  if (kind === 'switch') return false;
  if (kind === 'several') return [];
  return kind === 'choice' ? (choices?.[0] ?? '') : '';
};
export const initialValues = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map((field) => [field.path, field.initial ?? empty(field)]));

export const isShown = (form: Form, { when }: FormField, values: FormValues): boolean => {
  if (!when) return true;
  const [path, ...wanted] = when;
  const on = form.fields.find((field) => field.path === path);
  const value = values[path];
  const has = Array.isArray(value) ? value.some((one) => wanted.includes(one)) : wanted.includes(String(value));
  return has && on !== undefined && isShown(form, on, values);
};

const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);
const pairOf = (line: string): [string, string] | null => {
  const at = line.search(/[=:]/);
  return at < 1 ? null : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
};

/** Metadata is mostly JSON, for which a line end is a space. */
export const inOneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ').trim();
const agentOf = (line: string) => {
  const [name = '', ...metadata] = line.split('=');
  return { agent_name: name.trim(), ...(metadata.length > 0 && { metadata: metadata.join('=').trim() }) };
};
const agentLine = (agent: unknown) => {
  const { agent_name: name = '', metadata = '' } = isJson(agent) ? agent : {};
  return [name, inOneLine(String(metadata))].filter(Boolean).join(' = ');
};

const isEmpty = (value: FormValue | undefined): value is undefined =>
  value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

const isAllowed = ({ choices, offers }: FormField, value: string | string[]) =>
  offers !== undefined || [value].flat().every((one) => choices?.includes(one));

/** What each line of such a list has to be. */
export const rightOf = { number: isCallNumber, address: isCallAddress };

function textProblemOf({ kind, each }: FormField, text: string): FieldProblem | null {
  if (kind === 'number' || kind === 'seconds') return /^\d{1,9}$/.test(text.trim()) ? null : 'not-a-number';
  const lines = linesOf(text);
  if (each && !lines.every(rightOf[each])) return each === 'number' ? 'not-a-call-number' : 'not-a-call-address';
  if (kind === 'agents') return lines.every((line) => agentOf(line).agent_name !== '') ? null : 'not-pairs';
  return kind === 'pairs' && lines.some((line) => pairOf(line) === null) ? 'not-pairs' : null;
}

function problemOf(field: FormField, value: FormValue | undefined): FieldProblem | null {
  const { kind, required } = field;
  if (isEmpty(value)) return required ? 'required' : null;
  if (typeof value === 'boolean') return null;
  if (kind === 'choice' || kind === 'several') return isAllowed(field, value) ? null : 'not-allowed';
  return typeof value === 'string' ? textProblemOf(field, value) : 'not-allowed';
}

/** What cannot be sent, field by field. */
export const formProblems = (form: Form, values: FormValues): FieldIssue[] =>
  form.fields.flatMap((field) => {
    const code = isShown(form, field, values) ? problemOf(field, values[field.path]) : null;
    return code ? [{ path: field.path, code }] : [];
  });

type Json = { [name: string]: unknown };
function sent({ kind }: FormField, value: FormValue | undefined): unknown {
  if (typeof value !== 'string') return value;
  if (kind === 'lines') return linesOf(value);
  if (kind === 'agents') return linesOf(value).map(agentOf);
  if (kind === 'pairs') return Object.fromEntries(linesOf(value).flatMap((line) => [pairOf(line) ?? []].filter(({ length }) => length)));
  if (kind === 'number') return Number(value);
  if (kind === 'seconds') return `${Number(value)}s`;
  return kind === 'text' ? value.trim() : value;
}
const says = (value: unknown) =>
  value !== undefined && value !== '' && value !== false && !(typeof value === 'object' && Object.keys(value ?? {}).length === 0);

function put(into: Json | unknown[], [step = '', ...rest]: string[], value: unknown): void {
  const at = Array.isArray(into) ? Number(step) : step;
  if (rest.length === 0) {
    Reflect.set(into, at, value);
    return;
  }
  const there: unknown = Reflect.get(into, at);
  const next: Json | unknown[] = isJson(there) || Array.isArray(there) ? there : /^\d+$/.test(rest[0] ?? '') ? [] : {};
  Reflect.set(into, at, next);
  put(next, rest, value);
}
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The request as the protocol's JSON. `unset`: what to do with a field that is empty or off: `leave` it out, so that the server's own
 * value holds, or `clear` it. An empty secret is left as it is, but for those `removed`, by path.
 */
export function requestOf(form: Form, values: FormValues, unset: 'leave' | 'clear' = 'leave', removed: readonly string[] = []): Json {
  const request: Json = {};
  for (const field of form.fields) {
    if (field.local || !isShown(form, field, values)) continue;
    const value = values[field.path];
    const isFigure = field.kind === 'number' || field.kind === 'seconds';
    const json = (isFigure && value === '') || (field.kind === 'choice' && value === notSet) ? null : sent(field, value);
    const keeps = field.kind === 'secret' && !removed.includes(field.path);
    if (says(json) || (unset === 'clear' && !keeps && json !== undefined)) put(request, field.path.split('.'), json);
  }
  return request;
}

/** The values that stand for what the server has, as its JSON: the way back from `requestOf`. Secrets stay empty. */
export function valuesOf(form: Form, json: unknown): FormValues {
  const values = initialValues(form);
  for (const field of form.fields) {
    if (field.local || field.kind === 'secret') continue;
    const found = field.path
      .split('.')
      .reduce<unknown>((at, step) => (at && typeof at === 'object' ? Reflect.get(at, step) : undefined), json);
    values[field.path] = shown(field, found);
  }
  return values;
}
function shown(field: FormField, found: unknown): FormValue {
  if (found === undefined || found === null) return field.kind === 'switch' ? false : empty(field);
  if (field.kind === 'switch') return found === true;
  if (field.kind === 'agents') return Array.isArray(found) ? found.map(agentLine).join('\n') : '';
  if (field.kind === 'lines') return Array.isArray(found) ? found.join('\n') : '';
  if (field.kind === 'pairs')
    return isJson(found)
      ? Object.entries(found)
          .map((pair) => pair.join(' = '))
          .join('\n')
      : '';
  return field.kind === 'seconds' ? String(found).replace(/s$/, '') : String(found);
}
