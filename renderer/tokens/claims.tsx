import IconBraces from '@tabler/icons-react/icons/IconBraces';
import { useTranslation } from 'react-i18next';
import { serverWideGrants } from '../../main/contract/grants';
import { CopyIcon } from '../ui/copy-button';
import { Json } from '../ui/json';
import type { Tone } from '../ui/marks';
import { useTimes } from '../ui/times';

const isWide = (name: string) => ['sip', 'inference', 'observability'].includes(name) || serverWideGrants.some((grant) => grant === name);

/** The claims as they are signed: times beside the epochs, what reaches the whole server marked. */
export function Claims({ of, marks = {} }: { of: Record<string, unknown>; marks?: Record<string, Tone> }) {
  const { t } = useTranslation();
  const times = useTimes();
  const notes = Object.fromEntries(
    ['nbf', 'exp', 'iat'].flatMap((name) => (typeof of[name] === 'number' ? [[name, times.exactClock(new Date(of[name] * 1000))]] : [])),
  );
  const names = [of, of.video].flatMap((part) => (part && typeof part === 'object' ? Object.entries(part) : []));
  const wide: Record<string, Tone> = Object.fromEntries(
    names.filter(([name, value]) => isWide(name) && value !== false).map(([name]) => [name, 'red']),
  );
  return (
    <div className="codeblock">
      <div className="codehead">
        <IconBraces size={14} aria-hidden />
        <b>{t('tokens.claims')}</b>
        <CopyIcon text={JSON.stringify(of, null, 2)} label={t('tokens.copyJson')} />
      </div>
      <Json value={of} marks={{ ...wide, ...marks }} notes={notes} label={t('tokens.claims')} />
    </div>
  );
}
