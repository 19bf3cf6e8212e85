import { Button } from '@mantine/core';
import IconRobot from '@tabler/icons-react/icons/IconRobot';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { EmptyState } from '../ui/empty-state';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { BarActions } from '../ui/screen';
import { DispatchAgent } from './dispatch-agent';
import { RoomAgents } from './room-agents';
import { RoomChoice } from './room-choice';
import { useAgentRoom } from './use-agent-room';
import './agents.css';

/** Agents called into one room: the dispatches, what became of them, and who is there. */
export function Agents() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const readOnly = useReadOnly();
  const [room, setRoom] = useAgentRoom();
  const [dispatching, setDispatching] = useState(false);
  const list = useQuery({
    queryKey: ['agents.list', profileId, room],
    queryFn: () => unwrap(api['agents.list']({ profileId, room })),
    enabled: room !== '',
    refetchInterval: 3_000,
    retry: false,
  });
  const begin = (
    <Button variant="filled" leftSection={<IconRobot size={14} aria-hidden />} disabled={readOnly} onClick={() => setDispatching(true)}>
      {t('agents.dispatch.button')}
    </Button>
  );
  return (
    <>
      <BarActions>
        <ReadOnlyMark />
        {begin}
      </BarActions>
      <RoomChoice room={room} onRoom={setRoom} list={list} />
      {room === '' ? (
        <EmptyState icon={IconRobot} title={t('agents.choose')}>
          {t('agents.chooseWhy')}
        </EmptyState>
      ) : (
        <RoomAgents key={room} room={room} list={list} />
      )}
      {dispatching && <DispatchAgent room={room} onDone={setRoom} onClose={() => setDispatching(false)} />}
    </>
  );
}
