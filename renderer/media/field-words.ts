import { useTranslation } from 'react-i18next';
import type { FormField } from '../../main/contract/form';

/** The last word of its path: fields of one name mean the same in each request. */
export const nameOf = ({ path }: Pick<FormField, 'path'>): string => path.split('.').at(-1) ?? path;

/** A field's words are found by its name; a test has one for each. */
export function useFieldWords() {
  const { t } = useTranslation();
  return {
    of(field: FormField) {
      const name = nameOf(field);
      return {
        name,
        label: t(`media.fields.${name}`, { defaultValue: name }),
        hint: t(`media.hints.${name}`, { defaultValue: '' }),
      };
    },
    choice: (choice: string) => t(`media.choices.${choice}`, { defaultValue: choice }),
  };
}
