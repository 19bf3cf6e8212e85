import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../ui/commands';
import { Chat } from './chat';
import type { Session } from './session';
import { sideViews } from './side-views';

/** Beside the stage: one of the views, and the chat below it. It is filled once the stage stands: the first picture waits for neither. */
export function SideArea({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(sideViews[0]?.id);
  useCommands(
    sideViews.map(({ id }) => ({
      id: `join.${id}`,
      group: t('palette.groups.goTo'),
      label: t(`join.side.${id}`),
      detail: t('join.about'),
      run: () => setAt(id),
    })),
  );
  const isDue = useDeferredValue(true, false);
  const View = sideViews.find(({ id }) => id === at)?.view;
  if (!isDue) return <aside className="join-side" aria-label={t('join.about')} />;
  return (
    <aside className="join-side" aria-label={t('join.about')}>
      {View && (
        <>
          <div className="views side-tabs" role="tablist" aria-label={t('join.about')}>
            {sideViews.map(({ id }) => (
              <button key={id} type="button" role="tab" aria-selected={id === at} onClick={() => setAt(id)}>
                {t(`join.side.${id}`)}
              </button>
            ))}
          </div>
          <View session={session} />
        </>
      )}
      <Chat session={session} />
    </aside>
  );
}
