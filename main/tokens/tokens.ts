import type { Emit, Handlers } from '../application';
import type { TokenRequestOutput } from '../contract/tokens';
import type { Profiles } from '../profiles/profiles';
import { askServer } from './ask-server';
import { checkIssue, signToken } from './issue';
import type { Presets } from './presets';
import { previewToken } from './preview';
import { readSituation, suggestRooms } from './situation';
import { allSnippets } from './snippets';
import { tryRights } from './try-rights';

export type TokenCalls =
  | 'tokens.preview'
  | 'tokens.issue'
  | 'tokens.situation'
  | 'tokens.rooms'
  | 'tokens.askServer'
  | 'tokens.tryRights'
  | 'tokens.snippets';

/** The token desk: what a token will say, issuing it, and what the server thinks of it. */
export function createTokens(profiles: Profiles, presets: Presets, emit: Emit): Pick<Handlers, TokenCalls> {
  const rules = ({ profileId, presetId }: TokenRequestOutput) => ({
    profile: profiles.get(profileId),
    preset: presetId === null ? undefined : presets.get(presetId),
  });
  return {
    'tokens.preview': async (request) => previewToken(request, rules(request)),
    async 'tokens.issue'(request) {
      const { profileId, identity, room } = request;
      const { profile, preset } = rules(request);
      checkIssue(request, { profile, preset });
      const issued = await profiles.withCredentials(profileId, async (credentials) => signToken(request, credentials, profile.joinPage));
      const { fingerprint, issuedAt, expiresAt } = issued;
      emit('tokens.issued', { profileId, identity, room, fingerprint, issuedAt, expiresAt });
      return issued;
    },
    'tokens.situation': (asked) => profiles.withCredentials(asked.profileId, (credentials) => readSituation(credentials, asked)),
    'tokens.rooms': ({ id }) => profiles.withCredentials(id, suggestRooms),
    'tokens.askServer': async ({ profileId, jwt }) => askServer(profiles.get(profileId).serverUrl, jwt),
    'tokens.tryRights': async ({ profileId, jwt }) => tryRights(profiles.get(profileId).serverUrl, jwt),
    'tokens.snippets': async (request) => allSnippets(request, profiles.get(request.profileId)),
  };
}
