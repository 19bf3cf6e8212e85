import { SegmentedControl } from '@mantine/core';
import IconBraces from '@tabler/icons-react/icons/IconBraces';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SnippetLanguage, snippetLanguages, type TokenRequestOutput } from '../../main/contract/tokens';
import { api, unwrap } from '../api';
import { CopyIcon } from '../ui/copy-button';
import { Problem } from '../ui/problem';

const names: Record<SnippetLanguage, string> = {
  node: 'Node',
  python: 'Python',
  go: 'Go',
  ruby: 'Ruby',
  java: 'Java',
  lk: 'lk',
  curl: 'curl',
};

/** Code that makes the same token elsewhere. */
export function AsCode({ request }: { request: TokenRequestOutput }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<SnippetLanguage>('node');
  const snippets = useQuery({
    queryKey: ['tokens.snippets', request],
    queryFn: () => unwrap(api['tokens.snippets'](request)),
    gcTime: 0,
    retry: false,
  });
  const code = snippets.data?.[language] ?? '';
  return (
    <div className="codeblock">
      <div className="codehead">
        <IconBraces size={14} aria-hidden />
        <b>{t('tokens.asCode')}</b>
        <span>{t('tokens.asCodeNote')}</span>
        <CopyIcon text={code} label={t('tokens.copyCode')} />
      </div>
      <SegmentedControl
        className="languages"
        fullWidth
        aria-label={t('tokens.language')}
        value={language}
        onChange={(value) => setLanguage(snippetLanguages.find((known) => known === value) ?? 'node')}
        data={snippetLanguages.map((value) => ({ value, label: names[value] }))}
      />
      <Problem error={snippets.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
      <section tabIndex={0} aria-label={t('tokens.code')}>
        <pre className="json code">{code}</pre>
      </section>
    </div>
  );
}
