import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyName, keyGroups } from './keys';
import { Keys } from './marks';
import { sectionKeys } from './section-keys';

type Line = readonly [keys: readonly KeyName[], does: string];
const placeIds = ['tokens', 'rooms', 'people', 'join', 'media', 'services', 'audit', 'settings'] as const;

/** Every key there is, in groups. */
export function KeyList() {
  const { t } = useTranslation();
  const places = placeIds.map((id): Line => [[sectionKeys[id]], t('keys.goTo', { section: t(`sections.${id}`) })]);
  return (
    <div className="key-list">
      {keyGroups.map(({ group, rows }) => (
        <Group key={group} title={t(`keys.groups.${group}`)} lines={rows.map(([keys, does]): Line => [keys, t(`keys.${does}`)])} />
      ))}
      <Group title={t('keys.groups.places')} lines={places} />
    </div>
  );
}

function Group({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, does]) => (
          <Fragment key={does}>
            <dt>
              {keys.map((of) => (
                <Keys key={of} of={of} />
              ))}
              <span className="gone">{keys.join(', ')}</span>
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
