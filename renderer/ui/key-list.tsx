import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from './marks';
import { sectionKeys } from './section-keys';

/** Every key there is, in groups. The keys of one section's rows stand beside its rows too. */
export function KeyList() {
  const { t } = useTranslation();
  const places = [...sectionKeys].map(([id, keys]) => [keys, t('keys.goTo', { section: t(`sections.${id}`) })] as const);
  const groups = [
    [
      'everywhere',
      [
        ['Mod K', t('keys.commands')],
        ['Mod ↵', t('keys.submit')],
        ['Mod P', t('keys.switchServer')],
        ['/', t('keys.filter')],
        ['N', t('keys.issue')],
        ['Mod Z', t('keys.undo')],
        ['?', t('keys.sheet')],
      ],
    ],
    ['places', places],
    [
      'lists',
      [
        ['↑ ↓', t('keys.move')],
        ['Esc', t('keys.closeOrBack')],
      ],
    ],
  ] as const;
  return (
    <div className="key-list">
      {groups.map(([group, keys]) => (
        <section key={group} aria-label={t(`keys.groups.${group}`)}>
          <h3>{t(`keys.groups.${group}`)}</h3>
          <dl>
            {keys.map(([of, does]) => (
              <Fragment key={of}>
                <dt>
                  <Keys of={of} />
                  <span className="gone">{of}</span>
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
