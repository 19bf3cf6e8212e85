import type { Participant } from '../../main/contract/participants';
import type { KeyName } from '../ui/keys';
import type { Person } from './live-columns';
import type { LiveDialog } from './live-dialogs';
import { maySend } from './permission-change';
import type { LiveActions } from './use-live-actions';

/** What of a person's panel is wanted at once. */
export type PanelPart = 'top' | 'permissions' | 'peek';
type Given = {
  readOnly: boolean;
  actions: LiveActions;
  /** The selected people. */
  chosen: Person[];
  onDialog: (dialog: LiveDialog) => void;
  openPanel: (person: Participant, part: PanelPart) => void;
};

/** Single keys on the current row. Answers whether a key in the table was one of ours. */
export function liveKeys({ readOnly, actions, chosen, onDialog, openPanel }: Given): (key: KeyName, person: Person) => boolean {
  const remove = (person: Person) => onDialog({ kind: 'remove', people: chosen.length > 0 ? chosen : [person] });
  const hardMute = (person: Person) => onDialog({ kind: maySend(person.permission, 'microphone') ? 'hardMute' : 'restore', person });
  const acts: Partial<Record<KeyName, (person: Person) => void>> = { '⌫': remove, M: actions.toggleMicrophone, H: hardMute };
  return (key, person) => {
    const act = key === 'P' ? (one: Person) => openPanel(one, 'peek') : readOnly ? undefined : acts[key];
    act?.(person);
    return act !== undefined;
  };
}
