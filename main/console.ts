import { createAbout, type HostParts } from './about';
import { createAgents } from './agents/agents';
import { type Application, createApplication } from './application';
import { createAudit } from './audit/audit';
import { auditConsoleActs } from './audit/console-acts';
import { auditTokenIssues } from './audit/token-issues';
import { createEndpoint } from './endpoint/endpoint';
import type { ProfileChanges } from './local-server/local-profile';
import { createLocalServer } from './local-server/local-server';
import { createMedia } from './media/media';
import { createProfiles } from './profiles/profiles';
import { createRooms } from './rooms/rooms';
import { createPreferences } from './settings/preferences';
import { inMemory, type SettingsStore } from './settings/settings';
import { createPresets } from './tokens/presets';
import { createTokens } from './tokens/tokens';
import { createWebhooks } from './webhooks/webhooks';

/** Puts the features together, once; each host brings its settings store and what only it can do. */
export const createConsole = (file: SettingsStore, host: HostParts): Application =>
  createApplication((emit) => {
    const settings = inMemory(file);
    const { handlers, profiles, storages } = createProfiles(settings, emit);
    const { handlers: presetHandlers, presets } = createPresets(settings, emit);
    const { handlers: auditHandlers, audit } = createAudit(settings, emit);
    const tokens = createTokens(profiles, presets, emit);
    const media = createMedia({ profiles, audit, storages, settings, emit });
    const rooms = createRooms(profiles, audit, emit);
    const webhooks = createWebhooks(settings, profiles, audit, emit);
    const endpoint = createEndpoint({ settings, profiles, presets, audit, emit });
    /** What the local server changes of its profile is written down as well. */
    const changes: ProfileChanges = {
      'profiles.create': (input) => acts['profiles.create'](input),
      'profiles.change': (input) => acts['profiles.change'](input),
      'profiles.setSecret': (input) => acts['profiles.setSecret'](input),
      'profiles.sawVersion': handlers['profiles.sawVersion'],
    };
    const localServer = createLocalServer(settings, profiles, changes, emit, webhooks.receiverUrl);
    const ownHandlers = { ...createPreferences(settings, emit), ...handlers, ...localServer.handlers, ...presetHandlers };
    const acts = auditConsoleActs(audit, profiles, ownHandlers, () => settings.get('preferences').operator);
    return {
      handlers: {
        ...createAbout(host),
        ...ownHandlers,
        ...acts,
        ...auditHandlers,
        ...tokens,
        ...auditTokenIssues(audit, profiles, tokens),
        ...media.handlers,
        ...rooms.handlers,
        ...createAgents(profiles, audit),
        ...webhooks.handlers,
        ...endpoint.handlers,
      },
      async close() {
        media.close();
        rooms.close();
        await webhooks.close();
        await endpoint.close();
        await localServer.close();
      },
    };
  });
