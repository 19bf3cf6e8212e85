import type { Emit, Handlers } from '../application';
import { type Audit, allDone } from '../audit/audit';
import { type EndpointSettings, type EndpointStatus, isLoopbackAddress } from '../contract/endpoint';
import { Refusal } from '../contract/result';
import type { Profiles } from '../profiles/profiles';
import type { SettingsStore } from '../settings/settings';
import { serverWideOn } from '../tokens/ceiling';
import type { Presets } from '../tokens/presets';
import { createAnswers } from './answers';
import { createClients } from './clients';
import { ownAddresses } from './gate';
import { openApiDocument, tokenPath } from './openapi';
import { createService } from './service';
import { backendSnippets } from './snippets';

export type EndpointCalls =
  | 'endpoint.status'
  | 'endpoint.start'
  | 'endpoint.stop'
  | 'endpoint.answers'
  | 'endpoint.saveClient'
  | 'endpoint.revokeClient'
  | 'endpoint.removeClient'
  | 'endpoint.snippets'
  | 'endpoint.openApi';
type Parts = { settings: SettingsStore; profiles: Profiles; presets: Presets; audit: Audit; emit: Emit };

/** The local HTTP service that gives tokens to the programs of the operator's own. */
export function createEndpoint({ settings, profiles, presets, audit, emit }: Parts): {
  handlers: Pick<Handlers, EndpointCalls>;
  close: () => Promise<void>;
} {
  const clients = createClients(settings);
  const answers = createAnswers(audit, emit, clients.usedAt);
  const shownSettings = (): EndpointSettings => {
    const { clients: _, ...rest } = settings.get('endpoint');
    return rest;
  };
  const status = (): EndpointStatus => ({
    state: service.state(),
    settings: shownSettings(),
    running: service.running(),
    clients: clients.list(),
    addresses: ownAddresses(),
  });
  const service = createService({ profiles, presets, audit, clients, answers }, () => emit('endpoint.changed', status()));
  const changed = <T>(value: T): T => {
    emit('endpoint.changed', status());
    return value;
  };

  /** Chosen, else open. Throws `invalid-input` at `profileId` where there is none. */
  function profileOf(chosen: string | null) {
    try {
      return profiles.get(chosen ?? settings.get('preferences').openProfileId ?? '');
    } catch {
      throw new Refusal('invalid-input', 'no server is chosen to sign tokens for: choose one in the console, under Services', {
        issues: [{ path: 'profileId', code: 'required' }],
      });
    }
  }

  const nowhere = { room: '', targets: [] as string[], reason: '' };
  /** What the operator does here is written down like everything else. */
  const acted = async <T>(action: string, given: { targets?: string[]; details?: Record<string, unknown> }, run: () => T | Promise<T>) => {
    const { value } = await audit.act({ action, profile: null, ...nowhere, ...given }, async () => ({
      value: await run(),
      outcome: allDone,
    }));
    return value;
  };

  return {
    handlers: {
      'endpoint.status': async () => status(),
      'endpoint.answers': async () => answers.shown(),
      async 'endpoint.start'({ exposed, ...given }) {
        if (!isLoopbackAddress(given.address) && !exposed) throw new Refusal('not-confirmed', 'Other computers would reach it');
        const { id, name } = profileOf(given.profileId);
        const { address, port } = given;
        await service.start({ address, port }, { id, name }, async (run) => {
          const now = await acted('endpoint.start', { details: { address, port, profile: name } }, run);
          settings.set('endpoint', { ...settings.get('endpoint'), ...given, profileId: id });
          return now;
        });
        return status();
      },
      async 'endpoint.stop'() {
        if (service.state() !== 'off') await acted('endpoint.stop', {}, service.stop);
        return status();
      },
      async 'endpoint.saveClient'(given) {
        const preset = presets.get(given.presetId);
        // A key in a file or a page is no place for rights over the whole server.
        if (!preset.grants.roomJoin || serverWideOn(preset.grants).length > 0) {
          throw new Refusal('invalid-input', 'presetId: reaches the whole server', { issues: [{ path: 'presetId', code: 'not-allowed' }] });
        }
        const { name, id: _, ...rules } = given;
        return changed(await acted('endpoint.saveClient', { targets: [name], details: rules }, () => clients.save(given)));
      },
      async 'endpoint.revokeClient'({ id }) {
        return changed(await acted('endpoint.revokeClient', { targets: [clients.get(id).name] }, () => clients.revoke(id)));
      },
      async 'endpoint.removeClient'({ id }) {
        await acted('endpoint.removeClient', { targets: [clients.get(id).name] }, () => clients.remove(id));
        return changed({});
      },
      async 'endpoint.snippets'({ id }) {
        const client = clients.get(id);
        return backendSnippets(client, presets.get(client.presetId), profileOf(settings.get('endpoint').profileId));
      },
      async 'endpoint.openApi'() {
        const { url = `http://127.0.0.1${tokenPath}` } = service.running() ?? {};
        const document = openApiDocument(new URL(url).origin);
        return { filename: 'roomkeeper-token-endpoint.openapi.json', text: JSON.stringify(document, null, 2) };
      },
    },
    close: service.close,
  };
}
