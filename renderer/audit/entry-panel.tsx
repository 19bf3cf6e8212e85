import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../main/contract/audit';
import { Json } from '../ui/json';
import { SafeText } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { timesIn } from '../ui/times';
import { actionName } from './audit-columns';

const short = (hash: string) => `${hash.slice(0, 16)}…`;

/** All of one entry: who did what where, what came of it, in the server's own words too, and how it hangs in the chain. */
export function EntryPanel({ entry, panel }: { entry: AuditEntry; panel: ReturnType<typeof usePanel> }) {
  const { t, i18n } = useTranslation();
  const time = timesIn(i18n.language);
  const facts: [label: string, value: string][] = [
    [t('audit.columns.time'), time.moment(new Date(entry.time))],
    [t('audit.columns.operator'), entry.operator],
    [t('audit.server'), entry.profile?.name ?? ''],
    [t('audit.room'), entry.room],
    [t('audit.columns.target'), entry.targets.join(', ')],
    [t('audit.reason'), entry.reason],
    [t('audit.took'), entry.ms === null ? '' : `${Math.round(entry.ms)} ms`],
  ];
  return (
    <SidePanel panel={panel} label={t('audit.entry', { no: entry.no })} title={t('audit.entry', { no: entry.no.toLocaleString() })}>
      <p className="sentence">
        <b>{actionName(t, entry.action)}</b>:{' '}
        <span className={entry.outcome === 'failed' ? 'bad' : ''}>{t(`audit.outcomes.${entry.outcome}`)}</span>
      </p>
      <dl className="pairs wide">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <SafeText text={value} longest={400} />
              </dd>
            </div>
          ))}
      </dl>
      {entry.answer && <code className="answer-line">{entry.answer}</code>}
      {entry.results.length > 0 && <Json label={t('audit.results')} value={entry.results} />}
      {Object.keys(entry.details).length > 0 && <Json label={t('audit.details')} value={entry.details} />}
      <dl className="pairs wide">
        <div>
          <dt>{t('audit.previous')}</dt>
          <dd>
            <code>{short(entry.previous)}</code>
          </dd>
        </div>
        <div>
          <dt>{t('audit.hash')}</dt>
          <dd>
            <code>{short(entry.hash)}</code>
          </dd>
        </div>
      </dl>
    </SidePanel>
  );
}
