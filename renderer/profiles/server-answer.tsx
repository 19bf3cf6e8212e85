import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';

/** The server's own words, beside our explanation of them. Main has taken tokens out. */
export function ServerAnswer({ answer: { status, text } }: { answer: { status: number; text: string } }) {
  const { t } = useTranslation();
  const title = t('profiles.probe.answer');
  return (
    <div className="codeblock">
      <div className="codehead">
        <b>{title}</b>
        <CopyIcon text={`${status} ${text}`} label={t('profiles.probe.copyAnswer')} />
      </div>
      <pre className="json answer-text">
        <b className="bad">{status}</b> {text}
      </pre>
    </div>
  );
}
