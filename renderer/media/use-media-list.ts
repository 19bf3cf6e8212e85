import { useQuery } from '@tanstack/react-query';
import { CallError } from '../api';

/** A list that the server keeps in Redis. A failed refresh keeps the last rows; where a part is missing it is asked for less often. */
export const useMediaList = <T>(queryKey: readonly string[], queryFn: () => Promise<T>) =>
  useQuery({
    queryKey,
    queryFn,
    retry: false,
    refetchInterval: ({ state: { error } }) => (error instanceof CallError && error.code === 'no-redis' ? 30_000 : 5_000),
  });
