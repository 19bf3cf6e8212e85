import type { Participant } from '../../main/contract/participants';
import { safeString } from './safe-text';

/** As people call them: the name where there is one. */
export const nameOf = ({ name, identity }: Pick<Participant, 'name' | 'identity'>) => safeString(name || identity, 60);
