import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { Activity, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenProfile } from '../ui/profile';
import { useProfiles } from '../ui/queries';
import { go, useRoute } from '../ui/route';
import { BarActions } from '../ui/screen';
import { ExportServers } from './export-servers';
import { ImportPane } from './import-pane';
import { LastImport } from './last-import';
import { NewServer } from './new-server';
import { Server } from './server';
import { ServerList } from './server-list';
import './welcome.css';
import './profiles.css';

/**
 * Settings → Servers: the saved servers, the form of one, and its connection. `#/settings/servers/<id>`, `…/new` and
 * `…/import` name what is shown. A form with unsaved changes stays while another is looked at; the others go, so that
 * each field is there once.
 */
export function ServersView() {
  const { t } = useTranslation();
  const { section, view, item } = useRoute();
  const open = useOpenProfile();
  const profiles = useProfiles().data ?? [];
  const [last, setLast] = useState(open.id);
  const [formerOpen, setFormerOpen] = useState(open.id);
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  if (open.id !== formerOpen) {
    setFormerOpen(open.id);
    setLast(open.id);
  }
  const wanted = section === 'settings' && view === 'servers' && item ? item : last;
  const isKnown = wanted === 'new' || wanted === 'import' || profiles.some(({ id }) => id === wanted);
  const at = isKnown ? wanted : open.id;
  if (at !== last) setLast(at);
  const mark = (form: string, isUnsaved: boolean) =>
    setUnsaved((forms) =>
      isUnsaved === forms.includes(form) ? forms : isUnsaved ? [...forms, form] : forms.filter((one) => one !== form),
    );
  const isThere = (form: string) => form === at || unsaved.includes(form);
  const mode = (form: string) => (form === at ? 'visible' : 'hidden');
  const show = (id: string) => go('settings', 'servers', id);
  return (
    <>
      <BarActions>
        {profiles.length > 1 && <ExportServers ids={[]}>{t('profiles.servers.exportAll')}</ExportServers>}
        <Button variant="subtle" onClick={() => show('import')}>
          {t('profiles.servers.import')}
        </Button>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => show('new')}>
          {t('profiles.servers.add')}
        </Button>
      </BarActions>
      <LastImport />
      <div className={at === 'new' || at === 'import' ? 'split listed no-side' : 'split listed'}>
        <ServerList profiles={profiles} at={at} unsaved={unsaved} />
        {profiles
          .filter(({ id }) => isThere(id))
          .map((profile) => (
            <Activity key={profile.id} mode={mode(profile.id)}>
              <Server profile={profile} onUnsaved={(isUnsaved) => mark(profile.id, isUnsaved)} />
            </Activity>
          ))}
        {isThere('new') && (
          <Activity mode={mode('new')}>
            <NewServer onUnsaved={(isUnsaved) => mark('new', isUnsaved)} />
          </Activity>
        )}
        {at === 'import' && <ImportPane onImported={({ id }) => show(id)} onCancel={() => show(open.id)} />}
      </div>
    </>
  );
}
