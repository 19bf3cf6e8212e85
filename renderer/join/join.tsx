import { Activity } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../ui/route';
import { Screen, Views } from '../ui/screen';
import { CheckView } from './check-view';
import { Lobby } from './lobby';
import { RightsView } from './rights-view';
import { RoomView } from './room-view';
import { useJoin } from './use-join';
import './join.css';

const ids = ['room', 'check', 'rights'] as const;

/** QA's way into a room: the lobby with the connection check and the test of a token beside it, or the room that was joined. */
export default function Join() {
  const { t } = useTranslation();
  const at = useView('join', ids);
  const { session, begin, again, leave } = useJoin();
  if (session) return <RoomView session={session} onAgain={again} onLeave={leave} />;
  const views = ids.map((id) => ({ id, label: t(`check.views.${id}`) }));
  return (
    <Screen title={t('sections.join')} bar={<Views section="join" views={views} at={at} />}>
      <Activity mode={at === 'room' ? 'visible' : 'hidden'}>
        <Lobby begin={begin} />
      </Activity>
      {at === 'check' && <CheckView />}
      {at === 'rights' && <RightsView />}
    </Screen>
  );
}
