import type { Participant } from '../../main/contract/participants';
import { useHotkeys } from '../ui/hotkeys';
import type { Person } from './live-columns';
import type { LiveDialog } from './live-dialogs';
import type { LiveActions } from './use-live-actions';

type Given = {
  readOnly: boolean;
  actions: LiveActions;
  /** The selected people. */
  chosen: Person[];
  onDialog: (dialog: LiveDialog) => void;
  openPanel: (person: Participant, atPermissions: boolean) => void;
};

/** Single keys on the current row; `Shift M` and `E` act on the room. Answers whether a key in the table was one of ours. */
export function useLiveKeys({ readOnly, actions, chosen, onDialog, openPanel }: Given): (key: string, person: Person) => boolean {
  const muteAll = () => (readOnly ? false : actions.muteAll());
  const message = () => (readOnly ? false : onDialog({ kind: 'message', to: chosen.map(({ identity }) => identity) }));
  useHotkeys({ 'Shift M': muteAll, E: message });
  const remove = (person: Person) => onDialog({ kind: 'remove', people: chosen.length > 0 ? chosen : [person] });
  const acts = new Map<string, (person: Person) => void>([
    ['Backspace', remove],
    ['m', actions.toggleMicrophone],
    ['h', (person) => onDialog({ kind: 'hardMute', person })],
  ]);
  return (key, person) => {
    const act = key === 'p' ? (one: Person) => openPanel(one, true) : readOnly ? undefined : acts.get(key);
    act?.(person);
    return act !== undefined;
  };
}
