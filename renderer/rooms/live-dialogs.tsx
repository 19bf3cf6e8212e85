import type { TargetResult } from '../../main/contract/guard';
import type { Participant } from '../../main/contract/participants';
import { go } from '../ui/route';
import { HardMute } from './hard-mute';
import { RemoveEveryone, RemovePeople } from './remove-people';
import { CloseRooms, RescueRoom } from './room-actions';
import { SendMessage } from './send-message';
import { TargetResults } from './target-results';
import type { LiveActions } from './use-live-actions';
import type { LiveRoomData } from './use-live-room';
import { WatchDoor } from './watch-door';

export type LiveDialog =
  | { kind: 'remove'; people: Participant[] }
  | { kind: 'hardMute' | 'restore'; person: Participant }
  | { kind: 'message'; to: string[] }
  | { kind: 'removeEveryone' | 'close' | 'watch' | 'rescue' }
  | { kind: 'results'; title: string; results: TargetResult[] };

export type DialogProps = {
  room: string;
  live: LiveRoomData;
  actions: LiveActions;
  onDialog: (dialog: LiveDialog) => void;
  onClose: () => void;
};

/** The one dialog that is open over a room. */
export function LiveDialogs({ dialog, ...props }: { dialog: LiveDialog } & DialogProps) {
  switch (dialog.kind) {
    case 'remove':
      return <RemovePeople people={dialog.people} {...props} />;
    case 'removeEveryone':
      return <RemoveEveryone {...props} />;
    case 'hardMute':
    case 'restore':
      return <HardMute person={dialog.person} back={dialog.kind === 'restore'} {...props} />;
    case 'message':
      return <SendMessage to={dialog.to} {...props} />;
    case 'watch':
      return <WatchDoor {...props} />;
    case 'results':
      return <TargetResults title={dialog.title} results={dialog.results} onClose={props.onClose} />;
    case 'rescue':
      return <RescueRoom room={props.room} onClose={props.onClose} />;
    case 'close':
      return <CloseRooms rooms={[props.room]} people={props.live.people.length} onClose={props.onClose} onDone={() => go('rooms')} />;
  }
}
