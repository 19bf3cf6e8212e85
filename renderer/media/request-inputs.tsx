import { Autocomplete, Checkbox, Select, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { type FormField, rightOf } from '../../main/contract/form';
import { RoomInput } from '../ui/room-input';
import { PillsField } from './pills-field';

export type Option = { value: string; label: string };
type Text = Pick<TextInputProps, 'description' | 'error' | 'inputWrapperOrder'> & {
  label: ReactNode;
  value: string;
  onBlur: () => void;
  onChange: (event: { target: { value: string } }) => void;
};
type Offer = { text: Text; offered: Option[]; onText: (text: string) => void };

export const Lines = (text: ComponentProps<typeof Textarea>) => (
  <Textarea className="wide" autosize minRows={1} maxRows={8} classNames={{ input: 'rk-input mono' }} {...text} />
);

/** Any room may be typed; of trunks, only those that are there make sense. */
export function TextField({ text, offers, offered, onText }: Offer & { offers: FormField['offers'] }) {
  const { onChange, ...rest } = text;
  if (offers === 'rooms') return <RoomInput {...rest} onText={onText} />;
  if (offered.length === 0) return <TextInput className="wide" {...text} />;
  return (
    <Select
      className="wide"
      {...rest}
      data={offered}
      comboboxProps={{ withinPortal: false }}
      value={text.value || null}
      onChange={(chosen) => onText(chosen ?? '')}
    />
  );
}

/** Anything may be typed; what is usual is suggested. */
export function Suggested({ text, choices, onText }: Pick<Offer, 'text' | 'onText'> & { choices: readonly string[] }) {
  const { onChange: _, ...rest } = text;
  return (
    <Autocomplete
      className="wide"
      {...rest}
      openOnFocus={false}
      filter={({ options }) => options}
      data={[...choices]}
      comboboxProps={{ withinPortal: false }}
      onChange={onText}
    />
  );
}

/** One a line, or each a pill where it is told what each is; where all of them are known they are ticked instead. */
export function LineField({ text, each, offered, onText }: Offer & { each: FormField['each'] }) {
  if (each) {
    const { onChange: _, ...list } = text;
    return <PillsField {...list} isRight={rightOf[each]} onText={onText} />;
  }
  const lines = text.value.split('\n').filter(Boolean);
  const areKnown = offered.length > 0 && lines.every((line) => offered.some(({ value }) => value === line));
  if (!areKnown) return <Lines {...text} />;
  const { label, description, error } = text;
  return (
    <Several
      label={label}
      description={description}
      error={error}
      choices={offered}
      chosen={lines}
      onChosen={(chosen) => onText(chosen.join('\n'))}
    />
  );
}

type Choice = Pick<Text, 'label' | 'description' | 'error'> & {
  choices: readonly Option[];
  chosen: string[];
  onChosen: (chosen: string[]) => void;
};
export function Several({ choices, chosen, onChosen, label, description, error }: Choice) {
  return (
    <Checkbox.Group className="wide" label={label} description={description} error={error} value={chosen} onChange={onChosen}>
      <div className="several">
        {choices.map((choice) => (
          <Checkbox key={choice.value} {...choice} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
