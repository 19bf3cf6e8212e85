import { useState } from 'react';
import type { Profile } from '../../main/contract/profiles';
import { usePanel } from '../ui/side-panel';
import { DeleteServer, RemoveSecret } from './confirm-removal';
import { Connection } from './connection';
import { ReplaceSecret } from './replace-secret';
import { ServerForm } from './server-form';

/** One saved server: its form, its connection, and the dialogs that change what cannot be typed in place. */
export function Server({ profile, onUnsaved }: { profile: Profile; onUnsaved: (isUnsaved: boolean) => void }) {
  const panel = usePanel();
  const [asks, setAsks] = useState<'replace' | 'remove' | 'delete' | null>(null);
  const close = () => setAsks(null);
  return (
    <>
      <ServerForm
        profile={profile}
        panel={panel}
        onUnsaved={onUnsaved}
        onReplaceSecret={() => setAsks('replace')}
        onRemoveSecret={() => setAsks('remove')}
        onDelete={() => setAsks('delete')}
      />
      <Connection profile={profile} panel={panel} onEnterSecret={() => setAsks('replace')} />
      {asks === 'replace' && <ReplaceSecret profile={profile} onClose={close} />}
      {asks === 'remove' && <RemoveSecret profile={profile} onClose={close} />}
      {asks === 'delete' && <DeleteServer profile={profile} onClose={close} />}
    </>
  );
}
