import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconLoader from '@tabler/icons-react/icons/IconLoader2';
import IconMinus from '@tabler/icons-react/icons/IconMinus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import { refusalCodes } from './refusal';
import { notTried, type Outcome, type Outcomes } from './rights-run';
import { type Claimed, type ClaimedRights, type Right, rightGroups, shownRights } from './token-rights';
import './rights.css';

export const groups = ['room', 'standing', 'server'] as const;

/** Whether the server did otherwise than the token says. */
export const differs = ({ holds }: Claimed, outcome: Outcome | undefined): boolean =>
  (outcome?.state === 'allowed' && !holds) || (outcome?.state === 'refused' && holds);

/** Right by right: what the token claims, and what the server did. */
export function RightsTable({ claimed, outcomes }: { claimed: ClaimedRights; outcomes: Outcomes }) {
  const { t } = useTranslation();
  return (
    <table className="rights" aria-label={t('rights.table')}>
      <thead>
        <tr>
          <th scope="col">{t('rights.columns.right')}</th>
          <th scope="col">{t('rights.columns.claimed')}</th>
          <th scope="col">{t('rights.columns.did')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group}>
          <tr className="group">
            <th scope="rowgroup" colSpan={3}>
              {t(`rights.groups.${group}`)}
            </th>
          </tr>
          {shownRights(claimed, group).map((right) => (
            <Row key={right} right={right} claimed={claimed[right]} outcome={outcomes.get(right)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ right, claimed, outcome }: { right: Right; claimed: Claimed; outcome: Outcome | undefined }) {
  const { t, i18n } = useTranslation();
  const { holds, by, value } = claimed;
  const shown = by === 'exp' && value ? new Date(value).toLocaleString(i18n.language) : value;
  return (
    <tr data-differs={differs(claimed, outcome) || undefined}>
      <th scope="row">{t(`rights.names.${right}`)}</th>
      <td>
        {t(holds ? 'rights.yes' : 'rights.no')}{' '}
        <code>
          {by}: {shown === null ? t('rights.unset') : <SafeText text={shown} longest={80} />}
        </code>
      </td>
      <td>
        <Did right={right} outcome={outcome} differs={differs(claimed, outcome)} />
      </td>
    </tr>
  );
}

const icons = {
  waiting: IconMinus,
  runs: IconLoader,
  allowed: IconCheck,
  refused: IconX,
  unclear: IconAlertTriangle,
  'not-tried': IconMinus,
};
const standing: readonly string[] = rightGroups.standing;
const isStanding = (right: Right): right is (typeof rightGroups.standing)[number] => standing.includes(right);

function Did({ right, outcome, differs }: { right: Right; outcome: Outcome | undefined; differs: boolean }) {
  const { t } = useTranslation();
  if (!outcome) return '–';
  const { state, why, said } = outcome;
  const Icon = icons[state];
  const isKnown = state === 'allowed' || state === 'refused';
  const reason = notTried.find((one) => one === why);
  const refusal = refusalCodes.find((one) => one === why);
  return (
    <span className={`did ${differs ? 'amber' : state}`}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>
        {isKnown && isStanding(right) ? t(`rights.standing.${right}.${state}`) : t(`rights.states.${state}`)}
        {differs && ` · ${t('rights.differs')}`}
        {reason && <small>{t(`rights.whys.${reason}`)}</small>}
        {refusal && <small>{t(`refusals.${refusal}.what`)}</small>}
        {said && (
          <code>
            {' '}
            <SafeText text={said} longest={200} />
          </code>
        )}
      </span>
    </span>
  );
}
