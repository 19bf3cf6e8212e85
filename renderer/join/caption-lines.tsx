import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import type { Session } from './session';

const shown = 3;

/** The last of what was said, as far as somebody writes it down. */
export function CaptionLines({ session }: { session: Session }) {
  const { t } = useTranslation();
  const captions = session.captions.use().slice(-shown);
  if (captions.length === 0) return null;
  return (
    <ol className="captions" aria-label={t('join.captions')}>
      {captions.map(({ id, from, text, final }) => (
        <li key={id} data-final={final || undefined}>
          <b>
            <SafeText text={from} longest={30} />
          </b>{' '}
          <SafeText text={text} longest={600} />
        </li>
      ))}
    </ol>
  );
}
