import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { backendFrameworks, type EndpointClient } from '../../main/contract/endpoint';
import { api, unwrap } from '../api';
import { CodeBlock } from '../ui/code-block';

const names: Record<(typeof backendFrameworks)[number], string> = { express: 'Express', fastapi: 'FastAPI', go: 'Go' };
const ways = backendFrameworks.map((value) => ({ value, label: names[value] }));

/** A backend of one's own that keeps the rules of this client, for when the endpoint of a desk no longer does. */
export function BackendCode({ client }: { client: EndpointClient }) {
  const { t } = useTranslation();
  const snippets = useQuery({
    queryKey: ['endpoint.snippets', client],
    queryFn: () => unwrap(api['endpoint.snippets']({ id: client.id })),
    gcTime: 0,
    retry: false,
  });
  return (
    <CodeBlock
      title={t('endpoint.backend')}
      note={t('endpoint.backendNote')}
      choice={t('endpoint.framework')}
      ways={ways}
      code={snippets.data}
      error={snippets.error}
    />
  );
}
