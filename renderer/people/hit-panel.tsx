import { Button } from '@mantine/core';
import IconDoor from '@tabler/icons-react/icons/IconDoor';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import type { PersonFound } from '../../main/contract/rooms';
import { Observing } from '../rooms/live-bar';
import { type LiveDialog, LiveDialogs } from '../rooms/live-dialogs';
import { GonePanel, LivePanel } from '../rooms/live-panel';
import { useLiveActions } from '../rooms/use-live-actions';
import { useLiveRoom } from '../rooms/use-live-room';
import { JoinRoomButton } from '../ui/join-room-button';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { goRoom } from '../ui/room-link';
import { BarActions } from '../ui/screen';

type Panel = { hit: PersonFound; onChange: (person: Participant | null) => void; onClose: () => void };

/**
 * A hit as the live room shows it, renewed every 2 s. Nobody observes until the operator says so: going through hits must not send an
 * observer into each of their rooms.
 */
export function HitPanel({ hit, onChange, onClose }: Panel) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const readOnly = useReadOnly();
  const { room } = hit;
  const { identity } = hit.participant;
  const [wanted, setWanted] = useState(false);
  const [dialog, setDialog] = useState<LiveDialog | null>(null);
  const live = useLiveRoom(profile.id, room, wanted);
  const actions = useLiveActions(room, live, setDialog);
  const { people, listenTo } = live;
  const isRead = live.list.isSuccess && live.askedAt > 0;
  const found = people.find((one) => one.identity === identity);
  const person = found ?? (isRead ? undefined : hit.participant);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    if (isRead) tell(found ?? null);
  }, [isRead, found]);
  useEffect(() => listenTo([identity]), [listenTo, identity]);
  const quality = live.qualities.get(identity) ?? 'unknown';
  return (
    <>
      <BarActions>
        <Observing link={live.link} wanted={wanted} onWanted={setWanted} />
      </BarActions>
      {person ? (
        <LivePanel
          person={{ ...person, quality, speaks: false }}
          room={room}
          live={live}
          actions={actions}
          readOnly={readOnly}
          focused={false}
          onClose={onClose}
          footer={
            <>
              <JoinRoomButton room={room} />
              <Button variant="filled" fullWidth leftSection={<IconDoor size={14} aria-hidden />} onClick={() => goRoom(room)}>
                {t('people.openTheRoom')}
              </Button>
            </>
          }
        />
      ) : (
        <GonePanel name={nameOf(hit.participant)} onClose={onClose} />
      )}
      {dialog && (
        <LiveDialogs
          key={dialog.kind}
          dialog={dialog}
          room={room}
          live={live}
          actions={actions}
          onDialog={setDialog}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
