import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';
import { Finding, Mark } from '../ui/marks';
import { useAbout } from '../ui/queries';
import { PlainView } from './plain-view';

const security = ['keychain', 'signing', 'log', 'local'] as const;

/** Which Roomkeeper this is, where its data lies, and what it does with secrets. */
export function AboutView() {
  const { t } = useTranslation();
  const { data: about } = useAbout();
  if (!about) return null;
  const facts: [string, string][] = [
    [t('settings.about.host'), t(`settings.about.hosts.${about.host}`)],
    [
      t('settings.about.runtime'),
      Object.entries(about.runtime)
        .map(([name, version]) => `${name} ${version}`)
        .join(' · '),
    ],
    [t('settings.about.dataDir'), about.dataDir],
    [t('settings.about.logFile'), about.logFile],
  ];
  return (
    <PlainView label={t('settings.views.about')}>
      <div className="about-head">
        <Mark size={40} />
        <div>
          <h2>Roomkeeper {about.version}</h2>
          <p>{t('settings.about.what')}</p>
        </div>
      </div>
      {about.notices.length > 0 && (
        <div className="findings">
          {about.notices.map(({ code, values: { file } }) => (
            <Finding key={code} tone="amber" title={t(`frame.notices.${code}`)}>
              {file && t('frame.keptAt', { file })}
            </Finding>
          ))}
        </div>
      )}
      <dl className="about-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className={/[\\/]/.test(value) ? 'mono' : ''}>{value}</span>
              {/[\\/]/.test(value) && <CopyIcon text={value} label={t('settings.about.copy', { what: name })} />}
            </dd>
          </div>
        ))}
      </dl>
      <section aria-label={t('settings.about.security')}>
        <h3>{t('settings.about.security')}</h3>
        <ul className="sentences">
          <li>{t(`settings.about.page.${about.host}`)}</li>
          {security.map((sentence) => (
            <li key={sentence}>{t(`settings.about.model.${sentence}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-label={t('settings.about.licences')}>
        <h3>{t('settings.about.licences')}</h3>
        <p className="rk-hint">{t('settings.about.licenceText')}</p>
      </section>
    </PlainView>
  );
}
