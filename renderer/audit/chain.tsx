import IconLinkOff from '@tabler/icons-react/icons/IconLinkOff';
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck';
import { useTranslation } from 'react-i18next';
import type { AuditChain } from '../../main/contract/audit';

/** In the bar at all times: whether the log is as it was written. */
export function ChainMark({ chain }: { chain: AuditChain }) {
  const { t } = useTranslation();
  const broken = chain.breaks[0];
  if (broken) {
    return (
      <span className="chain red">
        <IconLinkOff size={15} aria-hidden />
        {t('audit.chain.brokenAt', { no: broken.no })}
      </span>
    );
  }
  return (
    <span className="chain green">
      <IconShieldCheck size={15} aria-hidden />
      {t('audit.chain.verified', { count: chain.lines })}
    </span>
  );
}

/** Why the chain is broken, where, and what still holds; or that nothing can be written, and what that stops. */
export function ChainVerdict({ chain }: { chain: AuditChain }) {
  const { t } = useTranslation();
  const broken = chain.breaks[0];
  if (!broken && chain.writable && !chain.tornFile) return null;
  return (
    <div className="verdict chain-verdict" role="alert">
      {!chain.writable && <b>{t('audit.chain.unwritable', { file: chain.file })}</b>}
      {broken && <b>{t(`audit.chain.${broken.why}`, { no: broken.no, line: broken.line })}</b>}
      {broken && <span>{t('audit.chain.holds', { count: broken.line - 1 })}</span>}
      {broken && (
        <code>
          {broken.written.slice(0, 16)} → {broken.found.slice(0, 16)}
        </code>
      )}
      {chain.tornFile && <span>{t('audit.chain.torn', { file: chain.tornFile })}</span>}
    </div>
  );
}
