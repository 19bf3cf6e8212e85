import { useTranslation } from 'react-i18next';
import type { FormValues } from '../../main/contract/form';
import { safeString } from '../ui/safe-text';
import { useNow } from '../ui/time';
import { pathPreview } from './egress-path';
import type { Method } from './use-egress-start';

type Props = { kind: 'file' | 'segments' | 'images'; path: string; method: Method; values: FormValues };

/** What the path above it comes to for this room; what nobody fills in is said. */
export function PathPreview({ kind, path: field, method, values }: Props) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const { path, left } = pathPreview(kind, String(values[field] ?? ''), method, values, new Date(now));
  return (
    <p className="rk-hint wide path-preview">
      {t('media.egress.path.such')} <code>{safeString(path, 300)}</code>
      {left.length > 0 && <b>{t('media.egress.path.left', { names: left.join(', ') })}</b>}
    </p>
  );
}
