import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/copy-button';
import { Once } from '../ui/kept';
import { ScrollPane } from '../ui/scroll-pane';
import { type KeyPair, keysYaml, makeKeyPair } from './key-pair';

/** Makes a key pair for a server that has none yet, and shows it once. It is made here, so that no secret ever leaves main. */
export function KeyPairBox({ onGenerated }: { onGenerated: (pair: KeyPair) => void }) {
  const { t } = useTranslation();
  const [pair, setPair] = useState<KeyPair | null>(null);
  const generate = () => {
    const made = makeKeyPair();
    setPair(made);
    onGenerated(made);
  };
  if (!pair) {
    return (
      <button type="button" className="link key-pair" onClick={generate}>
        {t('profiles.keyPair.generate')}
      </button>
    );
  }
  return (
    <Once title={t('profiles.keyPair.title')} why={t('profiles.keyPair.hint')} onDone={() => setPair(null)}>
      <ScrollPane label={t('profiles.keyPair.yaml')}>
        <pre className="json">{keysYaml(pair)}</pre>
      </ScrollPane>
      <CopyButton text={keysYaml(pair)} label={t('profiles.keyPair.copy')} secret />
    </Once>
  );
}
