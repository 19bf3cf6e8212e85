import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';
import { useLocalServer } from '../ui/local-server';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { ScrollPane } from '../ui/scroll-pane';
import { setUpSteps } from './set-up-steps';

export type Part = 'egress' | 'ingress' | 'sip';

/** What the server lacks for recording, ingress or calls, and how to get it: each step with what is to be pasted. */
export function SetUp({ part, children }: { part: Part; children: ReactNode }) {
  const { t } = useTranslation();
  const { id, serverUrl } = useOpenProfile();
  const isLocal = useLocalServer().data?.running?.profileId === id;
  return (
    <ScrollPane className="scroll form set-up" label={t('media.missing.setUp')}>
      <h2>{t('media.missing.setUp')}</h2>
      <p className="rk-hint">{t(`media.missing.why.${part}`)}</p>
      {isLocal && <Finding tone="plain" title={t('media.missing.localServer')} />}
      {setUpSteps(part, serverUrl).map(({ step, text }) => (
        <div key={step} className="codeblock">
          <div className="codehead">
            <b>{t(`media.setUp.${step}`)}</b>
            <CopyIcon text={text} label={t('media.missing.copy', { what: t(`media.setUp.${step}`) })} />
          </div>
          <pre className="json">{text}</pre>
        </div>
      ))}
      <p className="rk-hint">{t('media.missing.sameRedis')}</p>
      <div className="end">{children}</div>
    </ScrollPane>
  );
}
