import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimLints } from '../../main/contract/claim-lints';
import { readClaims } from '../../main/contract/claims';
import { decodeToken } from '../ui/decode-token';
import { useOpenProfile } from '../ui/profile';
import { ScrollPane } from '../ui/scroll-pane';
import { Claims } from './claims';
import { checkToken, marksOf } from './inspect-token';
import { useNow } from './use-now';
import { Verdict } from './verdict';

/** Why is this token refused? Read here, without a word to anyone; the server is asked only on purpose. */
export function InspectView() {
  const { t } = useTranslation();
  const now = useNow();
  const profile = useOpenProfile();
  const [pasted, setPasted] = useState('');
  const decoded = decodeToken(pasted);
  const checks = decoded ? checkToken(decoded, profile.apiKey, now) : [];
  const claims = decoded && readClaims(decoded.claims);
  const lints = claims ? claimLints(claims) : [];
  return (
    <div className="split inspect">
      <div className="pane">
        <ScrollPane className="scroll stack" label={t('tokens.inspect.read')}>
          <Textarea
            label={t('tokens.inspect.pasted')}
            description={t('tokens.inspect.stays')}
            classNames={{ input: 'rk-input mono' }}
            autosize
            minRows={5}
            maxRows={9}
            spellCheck={false}
            autoComplete="off"
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
            error={pasted.trim() !== '' && !decoded && t('tokens.inspect.notToken')}
          />
          {decoded && <Claims of={decoded.claims} marks={marksOf(checks, lints)} />}
        </ScrollPane>
      </div>
      <Verdict key={decoded?.jwt ?? pasted} jwt={decoded?.jwt ?? pasted.trim()} checks={checks} lints={lints} claims={claims} />
    </div>
  );
}
