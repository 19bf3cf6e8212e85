import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { isDependent } from '../../main/contract/grants';
import { type TokenRequestOutput, tokenRequest } from '../../main/contract/tokens';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { requestOf, type TokenForm } from './token-form';

/** The form as a request as far as it can be one: a lifetime over the ceiling has a preview, a half-typed one has not. */
function useDraft(): TokenRequestOutput | undefined {
  const profile = useOpenProfile();
  const [form] = useDebouncedValue(useWatch<TokenForm>(), 200);
  // useWatch's type has every field optional; tokenRequest checks them all
  return useMemo(() => tokenRequest.safeParse(requestOf(form as TokenForm, profile.id, new Date())).data, [form, profile.id]);
}

/** What main says of the token as it is filled in, and what the server says of its room and identity. */
export function usePreview() {
  const draft = useDraft();
  const preview = useQuery({
    queryKey: ['tokens.preview', draft],
    queryFn: draft ? () => unwrap(api['tokens.preview'](draft)) : skipToken,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const asked = draft && {
    profileId: draft.profileId,
    room: draft.room,
    identity: draft.identity,
    uncounted: isDependent(draft.grants, draft.kind),
    roomSettings: draft.roomPreset !== '' || draft.roomConfig !== null,
  };
  const situation = useQuery({
    queryKey: ['tokens.situation', asked],
    queryFn: asked?.room && asked.identity ? () => unwrap(api['tokens.situation'](asked)) : skipToken,
    refetchInterval: 10_000,
    gcTime: 0,
    retry: false,
  });
  return { draft, preview, situation };
}
