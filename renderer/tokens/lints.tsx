import { useTranslation } from 'react-i18next';
import { curableLintCodes, type Lint, type LintCode } from '../../main/contract/token-lints';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { go } from '../ui/route';
import { useTimes } from '../ui/times';

/** The values that sentences may name; a lint gives those of its own. */
const unsaid = {
  bytes: '',
  limit: '',
  proxies: '',
  refused: '',
  field: '',
  length: '',
  character: '',
  grants: '',
  sources: '',
  names: '',
  kind: '',
  room: '',
  roomPreset: '',
  host: '',
  identity: '',
  participants: '',
  maxParticipants: '',
  seconds: '',
  leeway: '',
};
/** What is mended at the server's profile and not in the token. */
const ofProfile: LintCode[] = ['secret-short', 'join-page-insecure', 'grant-over-policy', 'lifetime-over-policy'];

/** Red first. That Meet goes live says whose page it is, so its host needs no line of its own. */
function inOrder(lints: Lint[]): Lint[] {
  const tones = ['red', 'amber', 'plain'];
  const goesLive = lints.some(({ code }) => code === 'join-page-live');
  return lints
    .filter(({ code }) => !(goesLive && code === 'join-page-token-host'))
    .toSorted((one, other) => tones.indexOf(one.tone) - tones.indexOf(other.tone));
}

/** What was found of a token. Without `onCure` it is one that cannot be changed any more. */
export function Lints({ of, onCure }: { of: Lint[]; onCure?: (cure: NonNullable<Lint['cure']>) => void }) {
  const { t } = useTranslation();
  const times = useTimes();
  const { id } = useOpenProfile();
  return inOrder(of).map(({ code, tone, values, cure }) => {
    const spoken = {
      ...unsaid,
      ...values,
      longest: times.lasting(Number(values.longestSeconds ?? 0)),
      cured: times.lasting(Number(cure?.ttlSeconds ?? 0)),
    };
    const curable = curableLintCodes.find((known) => known === code);
    const cured = onCure && cure && curable ? { label: t(`tokens.cures.${curable}`, spoken), run: () => onCure(cure) } : undefined;
    const settled = ofProfile.includes(code) ? { label: t('tokens.toSettings'), run: () => go('settings', 'servers', id) } : undefined;
    return (
      <Finding key={code} tone={tone} title={t(`tokens.lints.${code}.title`, spoken)} action={cured ?? settled}>
        {t(`tokens.lints.${code}.body`, spoken)}
      </Finding>
    );
  });
}
