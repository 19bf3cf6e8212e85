import { Button } from '@mantine/core';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type PersonFound, searchFields } from '../../main/contract/rooms';
import { Keys } from '../ui/marks';
import { FilterChips, FilterField } from '../ui/table-tools';

const scopes = ['anywhere', ...searchFields] as const;
export type Scope = (typeof scopes)[number];
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch();
  };
  return (
    <form className="tools" onSubmit={submit}>
      <FilterField
        className="people-field"
        label={t('people.find')}
        placeholder={t('people.hint')}
        maxLength={256}
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden />}
        text={text}
        onText={onText}
      />
      <Button type="submit" disabled={text.trim() === ''} rightSection={<Keys of="↵" />}>
        {t('people.verb')}
      </Button>
      <FilterChips
        all={scopes.map((id) => ({ id, label: t(`people.scopes.${id}`), count: hits.filter(isIn(id)).length }))}
        picked={scope}
        onPick={onScope}
      />
    </form>
  );
}
