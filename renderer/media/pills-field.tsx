import { Pill, PillsInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSeparators } from '../../main/contract/sip-lists';
import { safeString } from '../ui/safe-text';

type Props = Pick<TextInputProps, 'description' | 'error' | 'inputWrapperOrder'> & {
  label: ReactNode;
  /** One a line, as the form keeps them; what is being typed is the last. */
  value: string;
  isRight: (text: string) => boolean;
  onText: (text: string) => void;
  onBlur: () => void;
};

/** A list of numbers or addresses, each a pill. What is pasted with commas, semicolons or line ends in it is taken apart. */
export function PillsField({ value, isRight, onText, onBlur, ...wrapper }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState('');
  const lines = value.split('\n').filter(Boolean);
  const pills = draft.trim() !== '' && lines.at(-1) === draft.trim() ? lines.slice(0, -1) : lines;
  // What is not a pill yet is sent as well: a form may be sent by a key, without leaving the field.
  const put = (all: string[], rest = '') => {
    setDraft(rest);
    onText([...new Set(all), rest.trim()].filter(Boolean).join('\n'));
  };
  const read = (text: string) => {
    const parts = text.split(listSeparators).map((part) => part.trim());
    return parts.length > 1 ? put([...pills, ...parts.slice(0, -1).filter(Boolean)], parts.at(-1)) : put(pills, text);
  };
  return (
    <PillsInput className="wide pills-field" {...wrapper}>
      <Pill.Group>
        {pills.map((pill) => (
          <Pill
            key={pill}
            className={isRight(pill) ? '' : 'bad'}
            withRemoveButton
            // Mantine's own is for the mouse alone.
            removeButtonProps={{
              'aria-label': t('media.form.removePill', { text: safeString(pill, 60) }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => put(pills.filter((one) => one !== pill))}
          >
            {safeString(pill, 60)}
          </Pill>
        ))}
        <PillsInput.Field
          value={draft}
          spellCheck={false}
          onChange={({ target }) => read(target.value)}
          onPaste={(event) => {
            // A field of one line drops line ends before anybody sees them.
            const text = event.clipboardData.getData('text/plain');
            if (!listSeparators.test(text)) return;
            event.preventDefault();
            read(`${draft}${text}\n`);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && draft.trim() !== '' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              put([...pills, draft.trim()]);
            }
            if (event.key === 'Backspace' && draft === '') put(pills.slice(0, -1));
          }}
          onBlur={() => {
            if (draft.trim() !== '') put([...pills, draft.trim()]);
            onBlur();
          }}
        />
      </Pill.Group>
    </PillsInput>
  );
}
