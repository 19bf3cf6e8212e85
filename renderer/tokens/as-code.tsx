import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type SnippetLanguage, snippetLanguages, type TokenRequestOutput } from '../../main/contract/tokens';
import { api, unwrap } from '../api';
import { CodeBlock } from '../ui/code-block';

const names: Record<SnippetLanguage, string> = {
  node: 'Node',
  python: 'Python',
  go: 'Go',
  ruby: 'Ruby',
  java: 'Java',
  lk: 'lk',
  curl: 'curl',
};
const ways = snippetLanguages.map((value) => ({ value, label: names[value] }));

/** Code that makes the same token elsewhere. */
export function AsCode({ request }: { request: TokenRequestOutput }) {
  const { t } = useTranslation();
  const snippets = useQuery({
    queryKey: ['tokens.snippets', request],
    queryFn: () => unwrap(api['tokens.snippets'](request)),
    gcTime: 0,
    retry: false,
  });
  return (
    <CodeBlock
      title={t('tokens.asCode')}
      note={t('tokens.asCodeNote')}
      choice={t('tokens.language')}
      ways={ways}
      code={snippets.data}
      error={snippets.error}
    />
  );
}
