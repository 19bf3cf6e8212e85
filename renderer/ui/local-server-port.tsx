import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallError } from '../api';
import { useFieldError } from './use-field-error';

/** Undefined: none was asked for. */
export type TypedPort = number | string | undefined;
export const portOf = (typed: TypedPort) => (typed === undefined || typed === '' ? {} : { port: Number(typed) });

type Props = { typed: TypedPort; next: number; onChange: (port: TypedPort) => void; error: Error | null; readOnly?: boolean };

/** Where the local server is to run. What main has against it is said here; `next` is shown until another port is typed. */
export function LocalServerPort({ typed, next, onChange, error, readOnly = false }: Props) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const issue = error instanceof CallError ? error.issues.find(({ path }) => path === 'port') : undefined;
  return (
    <NumberInput
      label={t('services.port')}
      description={t('services.portHint')}
      value={typed ?? next}
      onChange={onChange}
      min={1024}
      max={65_535}
      clampBehavior="none"
      readOnly={readOnly}
      hideControls
      error={fieldError(issue && { message: issue.code })}
      classNames={{ input: 'rk-input mono' }}
    />
  );
}
