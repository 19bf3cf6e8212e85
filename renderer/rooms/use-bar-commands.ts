import IconBolt from '@tabler/icons-react/icons/IconBolt';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import { type Command, useCommands } from '../ui/commands';
import { joinWith } from '../ui/join-handoff';
import { goRecord } from '../ui/record-link';
import type { LiveDialog } from './live-dialogs';

export type Bar = {
  room: string;
  readOnly: boolean;
  speakers: string[];
  selected: Participant[];
  onMuteAll: (except: string[]) => void;
  onMuteSome: (people: Participant[]) => void;
  onDialog: (dialog: LiveDialog) => void;
};
type Act = Omit<Command, 'group'> & { isOn?: boolean };

/** The acts of the room's bar by their names: offered where their buttons are on, and they ask what these ask. */
export function useBarCommands({ room, readOnly, speakers, selected, onMuteAll, onMuteSome, onDialog }: Bar): void {
  const { t } = useTranslation();
  const group = t('palette.groups.room');
  const identities = selected.map(({ identity }) => identity);
  const label = t('live.muteAll.button');
  const some = selected.length > 0;
  const acts: Act[] = [
    { id: 'live.mute', label, keys: 'Shift M', run: () => onMuteAll([]) },
    { id: 'live.mute.silent', label, detail: t('live.muteAll.speakers'), isOn: speakers.length > 0, run: () => onMuteAll(speakers) },
    { id: 'live.mute.others', label, detail: t('live.muteAll.selected'), isOn: some, run: () => onMuteAll(identities) },
    { id: 'live.mute.selected', label: t('live.muteAll.some'), isOn: some, run: () => onMuteSome(selected) },
    {
      id: 'live.message',
      label: t('live.message.button'),
      detail: t('live.message.title'),
      keys: 'E',
      run: () => onDialog({ kind: 'message', to: identities }),
    },
    { id: 'live.watch', label: t('live.watch.button'), run: () => onDialog({ kind: 'watch' }) },
    { id: 'live.remove', label: t('live.remove.buttonSome'), isOn: some, run: () => onDialog({ kind: 'remove', people: selected }) },
    { id: 'live.removeAll', label: t('live.remove.buttonAll'), run: () => onDialog({ kind: 'removeEveryone' }) },
    { id: 'live.close', label: t('live.close'), run: () => onDialog({ kind: 'close' }) },
  ];
  useCommands([
    ...acts.filter(({ isOn = true }) => isOn && !readOnly).map(({ isOn: _, ...act }) => ({ ...act, group, icon: IconBolt })),
    { id: 'live.record', group, label: t('rooms.record'), run: () => goRecord({ room }) },
    { id: 'live.join', group, label: t('rooms.join'), run: () => joinWith({ room }) },
  ]);
}
