import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chat } from './chat';
import type { Session } from './session';
import { sideViews } from './side-views';

/** Beside the stage: one of the views, and the chat below it. */
export function SideArea({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(sideViews[0]?.id);
  const View = sideViews.find(({ id }) => id === at)?.view;
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
