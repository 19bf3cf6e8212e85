import { Select, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../main/contract/form';
import { SecretField } from '../ui/secret-field';
import { useFieldError } from '../ui/use-field-error';
import { useFieldWords } from './field-words';
import { KeptSecret } from './kept-secret';
import { LineField, Lines, type Option, Several, Suggested, TextField } from './request-inputs';
import type { RequestFormState } from './use-request-form';

export type Offered = Partial<Record<NonNullable<FormField['offers']>, Option[]>>;
type Props = { field: FormField; state: RequestFormState; isKept: boolean; offered: Option[] | undefined };

/** One field of a request: plain words first, the protocol's own name second. */
export function RequestField({ field, state, isKept, offered = [] }: Props): ReactNode {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const words = useFieldWords();
  const { path, kind, choices = [], offers } = field;
  const { name, label, hint } = words.of(field);
  const value = state.values[path];
  const own = choices.map((choice) => ({ value: choice, label: words.choice(choice) }));
  const issue = state.issues.find((one) => one.path === path);
  const named = (
    <>
      {label} {!field.local && <code className="of">{name}</code>}
    </>
  );
  const common = {
    label: named,
    description: hint || undefined,
    error: issue && fieldError({ message: issue.code }),
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
  };
  const text = {
    ...common,
    value: typeof value === 'string' ? value : '',
    onBlur: () => state.leave(path),
    onChange: ({ target }: { target: { value: string } }) => state.set(path, target.value),
  };
  const set = (given: string) => state.set(path, given);
  switch (kind) {
    case 'switch':
      return <Switch className="wide" {...common} checked={value === true} onChange={({ target }) => state.set(path, target.checked)} />;
    case 'several':
      return (
        <Several {...common} choices={own} chosen={Array.isArray(value) ? value : []} onChosen={(chosen) => state.set(path, chosen)} />
      );
    case 'choice':
      return (
        <Select
          {...(offers ? { className: 'wide' } : {})}
          {...common}
          data={grouped(own, offered, [t('media.form.offered'), t('media.form.typed')])}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => chosen !== null && set(chosen)}
        />
      );
    case 'secret':
      return isKept ? <KeptSecret {...common} path={path} state={state} /> : <SecretField className="wide" {...common} name={path} />;
    case 'text':
      return choices.length > 0 ? (
        <Suggested text={text} choices={choices} onText={set} />
      ) : (
        <TextField text={text} offers={offers} offered={offered} onText={set} />
      );
    case 'number':
    case 'seconds':
      return <TextInput inputMode="numeric" {...text} />;
    case 'lines':
      return <LineField text={text} each={field.each} offered={offered} onText={set} />;
    case 'long':
    case 'pairs':
    case 'agents':
      return <Lines {...text} />;
  }
}

/** What is kept stands between the first choice and those that ask for more to be typed. */
function grouped(own: Option[], offered: Option[], [kept, typed]: [string, string]) {
  if (offered.length === 0) return own;
  return [...own.slice(0, 1), { group: kept, items: offered }, { group: typed, items: own.slice(1) }];
}
