import { Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../main/contract/form';
import { SecretField } from '../ui/secret-field';
import { useFieldError } from '../ui/use-field-error';
import { useFieldWords } from './field-words';
import type { RequestFormState } from './use-request-form';

type Props = { field: FormField; state: RequestFormState; isKept: boolean };

/** One field of a request: plain words first, the protocol's own name second. */
export function RequestField({ field, state, isKept }: Props): ReactNode {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const words = useFieldWords();
  const { path, kind, choices = [] } = field;
  const { name, label, hint } = words.of(field);
  const value = state.values[path];
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
  switch (kind) {
    case 'switch':
      return <Switch className="wide" {...common} checked={value === true} onChange={({ target }) => state.set(path, target.checked)} />;
    case 'several':
      return (
        <Several {...common} choices={choices} chosen={Array.isArray(value) ? value : []} onChosen={(chosen) => state.set(path, chosen)} />
      );
    case 'choice':
      return (
        <Select
          {...common}
          data={choices.map((choice) => ({ value: choice, label: words.choice(choice) }))}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => chosen !== null && state.set(path, chosen)}
        />
      );
    case 'secret':
      return <SecretField className="wide" {...common} name={path} {...(isKept ? { placeholder: t('media.form.kept') } : {})} />;
    case 'text':
      return <TextInput className="wide" {...text} />;
    case 'number':
    case 'seconds':
      return <TextInput inputMode="numeric" {...text} />;
    case 'long':
    case 'lines':
    case 'pairs':
      return <Textarea className="wide" autosize minRows={1} maxRows={8} classNames={{ input: 'rk-input mono' }} {...text} />;
  }
}

type Choice = {
  label: ReactNode;
  description: string | undefined;
  error: string | undefined;
  choices: readonly string[];
  chosen: string[];
  onChosen: (chosen: string[]) => void;
};
function Several({ choices, chosen, onChosen, label, description, error }: Choice) {
  const words = useFieldWords();
  return (
    <Checkbox.Group className="wide" label={label} description={description} error={error} value={chosen} onChange={onChosen}>
      <div className="several">
        {choices.map((choice) => (
          <Checkbox key={choice} value={choice} label={words.choice(choice)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
