import { Button, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type PersonFound, searchFields } from '../../main/contract/rooms';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';

export type Scope = 'anywhere' | (typeof searchFields)[number];
export const isIn = (scope: Scope) => (hit: PersonFound) => scope === 'anywhere' || hit.matches.some(({ field }) => field === scope);

type Tools = {
  text: string;
  onText: (text: string) => void;
  onSearch: () => void;
  hits: PersonFound[];
  scope: Scope;
  onScope: (scope: Scope) => void;
};

/** The field, and where the text was found, with counts. */
export function PeopleTools({ text, onText, onSearch, hits, scope, onScope }: Tools) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => field.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch();
  };
  return (
    <form className="tools" onSubmit={submit}>
      <TextInput
        ref={field}
        className="people-field"
        aria-label={t('people.find')}
        placeholder={t('people.hint')}
        maxLength={256}
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Keys of="/" />}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''} rightSection={<Keys of="↵" />}>
        {t('people.verb')}
      </Button>
      {(['anywhere', ...searchFields] as const).map((one) => (
        <button key={one} type="button" className="filter" aria-pressed={one === scope} onClick={() => onScope(one)}>
          {t(`people.scopes.${one}`)}
          <span>{hits.filter(isIn(one)).length.toLocaleString()}</span>
        </button>
      ))}
    </form>
  );
}
