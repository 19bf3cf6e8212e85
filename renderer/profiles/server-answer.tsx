import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';

/** The server's own words, beside our explanation of them; status 0: it said nothing, the network did. Main has taken tokens out. */
export function ServerAnswer({ answer: { status, text } }: { answer: { status: number; text: string } }) {
  const { t } = useTranslation();
  const title = t(status === 0 ? 'profiles.probe.networkAnswer' : 'profiles.probe.answer');
  const words = status === 0 ? text : `${status} ${text}`;
  return (
    <div className="codeblock">
      <div className="codehead">
        <b>{title}</b>
        <CopyIcon text={words} label={t('profiles.probe.copyAnswer')} />
      </div>
      <pre className="json answer-text">
        {status > 0 && <b className="bad">{status} </b>}
        {text}
      </pre>
    </div>
  );
}
