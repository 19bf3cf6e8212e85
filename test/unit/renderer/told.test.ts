import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keepTold } from '../../../renderer/ui/told';

const key = ['preferences.get'];

test('an answer that comes after an event, but was given before it, does not take its place', async () => {
  const client = new QueryClient();
  const late = Promise.withResolvers<string>();
  const observer = new QueryObserver(client, { queryKey: key, queryFn: () => late.promise, staleTime: Number.POSITIVE_INFINITY });
  const seen: unknown[] = [];
  const end = observer.subscribe(({ data, status }) => seen.push([status, data]));
  keepTold(client, key, 'told');
  late.resolve('before');
  await late.promise;
  await client.refetchQueries({ queryKey: ['something else'] });
  expect(client.getQueryData(key)).toBe('told');
  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: 'told', fetchStatus: 'idle' });
  expect(seen).not.toContainEqual(['error', undefined]);
  end();
});

test('what is asked for anew after it is kept', async () => {
  const client = new QueryClient();
  keepTold(client, key, 'told');
  await client.fetchQuery({ queryKey: key, queryFn: async () => 'later', staleTime: 0 });
  expect(client.getQueryData(key)).toBe('later');
});
