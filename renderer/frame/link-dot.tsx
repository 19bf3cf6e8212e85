import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { useLastProbe } from '../ui/server-state';

/** How the last check of a server ended; a server that was not asked yet says so. */
export function LinkDot({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { data } = useLastProbe(profile);
  const state = data ? (data.verdict === 'ok' ? 'connected' : 'failed') : 'waiting';
  const tone = { connected: 'green', failed: 'red', waiting: '' }[state];
  return <i className={`dot ${tone}`} role="img" aria-label={t(`frame.link.${state}`)} />;
}
