import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../main/contract';
import { Freshness } from '../ui/freshness';
import { Keys } from '../ui/marks';
import { RoomInput } from '../ui/room-input';
import { roomLink } from '../ui/room-link';

type RoomChoiceProps = { room: string; onRoom: (room: string) => void; list: UseQueryResult<Output<'agents.list'>> };

/** The line above: which room, how old what is shown of it is, and a way into it. */
export function RoomChoice({ room, onRoom, list }: RoomChoiceProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(room);
  const [of, setOf] = useState(room);
  if (of !== room) {
    setOf(room);
    setTyped(room);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) onRoom(typed.trim());
  };
  return (
    <form className="tools" onSubmit={submit}>
      <RoomInput
        className="agents-room"
        aria-label={t('agents.room')}
        placeholder={t('agents.room')}
        maxLength={256}
        value={typed}
        onText={setTyped}
        onChosen={onRoom}
      />
      <Button type="submit" disabled={typed.trim() === ''} rightSection={<Keys of="↵" />}>
        {t('agents.show')}
      </Button>
      {list.data?.exists && (
        <a className="link" href={roomLink(room)}>
          {t('agents.open')}
        </a>
      )}
      <Freshness takenAt={list.data?.takenAt} failed={list.isError} />
    </form>
  );
}
