import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../main/contract';
import type { EndpointClient } from '../../main/contract/endpoint';
import { formatLifetime, parseLifetime } from '../../main/contract/lifetime';
import { api, CallError, unwrap } from '../api';

export type SavedClient = Output<'endpoint.saveClient'>;

const typedOf = (client: EndpointClient | null) => ({
  name: client?.name ?? '',
  presetId: client?.presetId ?? 'guest',
  longest: formatLifetime(client?.longestLifetimeSeconds ?? 3_600),
  rooms: client?.rooms.join(', ') ?? '',
  identityRule: client?.identityRule ?? 'as-given',
  identity: client?.identity ?? '',
  perMinute: (client?.perMinute ?? 60) as number | string,
  origins: client?.origins.join(', ') ?? '',
});
type Typed = ReturnType<typeof typedOf>;

const listed = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function saveClient(id: string | null, { longest, rooms, origins, perMinute, ...typed }: Typed): Promise<SavedClient> {
  const lifetime = parseLifetime(longest, new Date());
  if ('problem' in lifetime) {
    const issues = [{ path: 'longestLifetimeSeconds', code: lifetime.problem }];
    throw new CallError({ ok: false, code: 'invalid-input', message: 'the lifetime cannot be read', issues });
  }
  const rules = { ...typed, identity: typed.identityRule === 'as-given' ? '' : typed.identity };
  return unwrap(
    api['endpoint.saveClient']({
      id,
      ...rules,
      longestLifetimeSeconds: lifetime.seconds,
      rooms: listed(rooms),
      origins: listed(origins),
      perMinute: Number(perMinute),
    }),
  );
}

/** What is typed of a client, and the way to keep it. */
export function useClientForm(client: EndpointClient | null, onSaved: (saved: SavedClient) => void) {
  const [typed, setTyped] = useState(() => typedOf(client));
  const save = useMutation({
    mutationFn: async () => saveClient(client?.id ?? null, typed),
    onSuccess: onSaved,
  });
  const submit = () => {
    if (!save.isPending) save.mutate();
  };
  return { typed, change: (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change })), save, submit };
}
