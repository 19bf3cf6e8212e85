import { useTranslation } from 'react-i18next';
import { Keep } from '../ui/keep';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { sectionViews, useSectionViews } from '../ui/section-views';
import { CheckView } from './check-view';
import { Lobby } from './lobby';
import { RightsView } from './rights-view';
import { RoomView } from './room-view';
import { useJoin } from './use-join';
import './join.css';
import './tile.css';
import './join-side.css';
import './lobby.css';
import './tile-marks.css';
import './messages.css';

/** QA's way into a room: the lobby, which keeps what was typed, or the room that was joined; beside it the connection check and the test of a token. */
export default function Join() {
  const { t } = useTranslation();
  const at = useView('join', sectionViews.join);
  const { session, begin, again, leave } = useJoin();
  const views = useSectionViews().join;
  const isInRoom = session !== null && at === 'room';
  return (
    <>
      {isInRoom && <RoomView session={session} onAgain={again} onLeave={leave} />}
      <Keep isShown={!isInRoom}>
        <Screen title={t('sections.join')} views={{ section: 'join', at, all: views }}>
          <Keep isShown={at === 'room'}>
            <Lobby begin={begin} />
          </Keep>
          {at === 'check' && <CheckView />}
          {at === 'rights' && <RightsView />}
        </Screen>
      </Keep>
    </>
  );
}
