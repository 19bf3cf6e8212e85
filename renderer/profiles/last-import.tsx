import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportResult, Keep } from '../../main/contract/profiles';
import { failureCodes } from '../../main/contract/result';
import { Finding } from '../ui/marks';

export type Imported = { file: string | null; keep: Keep; result: ImportResult };
const key = ['profiles.lastImport'];

/** What the last import did. It outlives the form that asked for it: on the first run the whole screen changes with the first server. */
export function useLastImport() {
  const client = useQueryClient();
  const { data = null } = useQuery<Imported | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { lastImport: data, setLastImport: (imported: Imported | null) => void client.setQueryData(key, imported) };
}

/** One line for each server, and where its secret still lies in the clear. */
export function LastImport() {
  const { t } = useTranslation();
  const { lastImport, setLastImport } = useLastImport();
  if (!lastImport) return null;
  const { file, keep, result } = lastImport;
  return (
    <section className="last-import findings" role="status" aria-label={t('profiles.import.title')}>
      {result.imported.map(({ id, name, secret }) => (
        <Finding key={id} tone={secret === 'missing' ? 'amber' : 'green'} title={name}>
          {t(`profiles.import.${secret === 'missing' ? 'importedNoSecret' : keep === 'session' ? 'importedSession' : 'imported'}`)}
        </Finding>
      ))}
      {result.failed.map(({ name, code }) => (
        <Finding key={name} tone="red" title={`${name}: ${t('profiles.import.failed')}`}>
          {t(`failures.${failureCodes.find((known) => known === code) ?? 'internal'}.what`)}
        </Finding>
      ))}
      {result.imported.some(({ secret }) => secret !== 'missing') && (
        <Finding tone="amber" title={file ? t('profiles.import.scrub', { file }) : t('profiles.import.scrubText')}>
          {t(file ? 'profiles.import.scrubHint' : 'profiles.import.scrubTextHint')}
        </Finding>
      )}
      <div className="end">
        <Button onClick={() => setLastImport(null)}>{t('profiles.import.close')}</Button>
      </div>
    </section>
  );
}
