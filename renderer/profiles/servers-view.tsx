import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { Activity, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenProfile } from '../ui/profile';
import { useProfiles } from '../ui/queries';
import { go, useRoute } from '../ui/route';
import { BarActions } from '../ui/screen';
import { ImportPane } from './import-pane';
import { LastImport } from './last-import';
import { NewServer } from './new-server';
import { Server } from './server';
import { ServerList } from './server-list';
import './profiles.css';

/**
 * Settings → Servers: the saved servers, the form of one, and its connection. `#/settings/servers/<id>`, `…/new` and
 * `…/import` name what is shown. A form once opened stays, so that nothing typed is lost while another is looked at.
 */
export function ServersView() {
  const { t } = useTranslation();
  const { section, view, item } = useRoute();
  const open = useOpenProfile();
  const profiles = useProfiles().data ?? [];
  const [last, setLast] = useState(open.id);
  const wanted = section === 'settings' && view === 'servers' && item ? item : last;
  const isKnown = wanted === 'new' || wanted === 'import' || profiles.some(({ id }) => id === wanted);
  const at = isKnown ? wanted : open.id;
  if (at !== last) setLast(at);
  const [opened, setOpened] = useState(new Set([at]));
  if (!opened.has(at)) setOpened(new Set([...opened, at]));
  const show = (id: string) => go('settings', 'servers', id);
  const forget = (id: string) => setOpened(new Set([...opened].filter((one) => one !== id)));
  return (
    <>
      <BarActions>
        <Button variant="subtle" onClick={() => show('import')}>
          {t('profiles.servers.import')}
        </Button>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => show('new')}>
          {t('profiles.servers.add')}
        </Button>
      </BarActions>
      <LastImport />
      <div className={at === 'new' || at === 'import' ? 'split listed no-side' : 'split listed'}>
        <ServerList profiles={profiles} at={at} />
        {profiles
          .filter(({ id }) => opened.has(id))
          .map((profile) => (
            <Activity key={profile.id} mode={profile.id === at ? 'visible' : 'hidden'}>
              <Server profile={profile} />
            </Activity>
          ))}
        {opened.has('new') && (
          <Activity mode={at === 'new' ? 'visible' : 'hidden'}>
            <NewServer onSaved={() => forget('new')} />
          </Activity>
        )}
        {opened.has('import') && (
          <Activity mode={at === 'import' ? 'visible' : 'hidden'}>
            <ImportPane onImported={({ id }) => show(id)} onCancel={() => show(open.id)} />
          </Activity>
        )}
      </div>
    </>
  );
}
