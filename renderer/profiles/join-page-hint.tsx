import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { goesLive } from '../../main/contract/join-page';
import { parseServerUrl } from '../../main/contract/server-url';
import type { ServerFormState } from './server-choices';

/** Who gets to see the token, and what a browser or Meet does with the page. */
export function JoinPageHint({ form }: { form: ServerFormState }) {
  const { t } = useTranslation();
  const [joinPage, serverUrl] = useWatch({ control: form.control, name: ['joinPage', 'serverUrl'] });
  const page = URL.parse(joinPage.trim());
  if (!page) return null;
  const server = parseServerUrl(serverUrl);
  const isMixed = page.protocol === 'https:' && 'url' in server && server.insecure;
  return (
    <>
      {t('profiles.servers.joinPageHint', { host: page.host })}
      {goesLive(joinPage.trim()) && ` ${t('profiles.servers.joinPageLive')}`}
      {isMixed && <span className="amber block"> {t('profiles.servers.joinPageMixed')}</span>}
    </>
  );
}
