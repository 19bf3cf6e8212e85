import { type PasswordInputProps, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from '../ui/secret-field';
import type { RequestFormState } from './use-request-form';

/** A secret that the server has already: left empty it stays, typed it is replaced, and it can be taken away. */
export function KeptSecret({ path, state, ...field }: PasswordInputProps & { path: string; state: RequestFormState }) {
  const { t } = useTranslation();
  const isRemoved = state.removed.includes(path);
  return (
    <div className="wide kept-secret">
      <SecretField {...field} name={path} readOnly={isRemoved} placeholder={t(isRemoved ? 'media.form.removed' : 'media.form.kept')} />
      <Switch
        size="xs"
        label={t('media.form.removeKept')}
        checked={isRemoved}
        onChange={({ target }) => state.remove(path, target.checked)}
      />
    </div>
  );
}
