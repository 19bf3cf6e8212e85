import { z } from 'zod';
import { createdDispatch, deletedDispatch, dispatchDeletion, dispatchesRequest, dispatchList, newDispatch } from './agents';
import { auditChain, auditEntry, auditExport, auditPage, auditRequest } from './audit';
import { localServerLine, localServerOptions, localServerStatus } from './local-server';
import type { CallName, EventName } from './names';
import {
  actionReport,
  dataReport,
  dataRequest,
  hardMuteRequest,
  moveRequest,
  muteAllRequest,
  muteRequest,
  participantList,
  participantsRequest,
  participantUpdate,
  permissionRequest,
  removeRequest,
  rpcReport,
  rpcRequest,
  subscriptionRequest,
  undoRequest,
} from './participants';
import { about, copied, preferences, preferencesChange } from './preferences';
import {
  exported,
  importPreview,
  importRequest,
  importResult,
  importSource,
  keychainStatus,
  newProfile,
  newSecret,
  probeReport,
  probeRequest,
  profile,
  profileChange,
  profileDeletion,
  profileId,
} from './profiles';
import type { Result } from './result';
import { commandRequest, commandText } from './room-commands';
import {
  closeReport,
  closeRequest,
  createdRoom,
  newRoom,
  observation,
  observeRequest,
  peek,
  peekEnd,
  peekRequest,
  peopleSearch,
  remoteUnmute,
  rescueReport,
  rescueRequest,
  roomChanged,
  roomCount,
  roomHealth,
  roomList,
  roomMetadataRequest,
  roomsRequest,
  searchCancel,
  searchProgress,
  searchReport,
  someRooms,
} from './rooms';
import {
  askRequest,
  issuedNotice,
  issuedToken,
  preset,
  presetChange,
  presetImport,
  roomSuggestion,
  serverAnswer,
  situation,
  situationRequest,
  snippets,
  tokenPreview,
  tokenRequest,
} from './tokens';
import { newWatch, watch, watchId, watchLook } from './watch';

const nothing = z.strictObject({});
const done = z.object({});

export const calls = {
  'console.about': { input: nothing, output: about },
  'preferences.get': { input: nothing, output: preferences },
  'preferences.change': { input: preferencesChange, output: preferences },
  'clipboard.clearLater': { input: copied, output: done },
  'keychain.check': { input: nothing, output: keychainStatus },
  'profiles.list': { input: nothing, output: z.array(profile) },
  'profiles.create': { input: newProfile, output: profile },
  'profiles.change': { input: profileChange, output: profile },
  'profiles.delete': { input: profileDeletion, output: done },
  'profiles.setSecret': { input: newSecret, output: profile },
  'profiles.removeSecret': { input: profileId, output: profile },
  'profiles.probe': { input: probeRequest, output: probeReport },
  'profiles.previewImport': { input: importSource, output: importPreview },
  'profiles.import': { input: importRequest, output: importResult },
  'profiles.export': { input: z.strictObject({ ids: z.array(z.uuid()) }), output: exported },
  'localServer.status': { input: nothing, output: localServerStatus },
  'localServer.start': { input: localServerOptions, output: localServerStatus },
  'localServer.stop': { input: nothing, output: localServerStatus },
  'localServer.install': { input: nothing, output: localServerStatus },
  'localServer.log': { input: nothing, output: z.array(localServerLine) },
  'tokens.preview': { input: tokenRequest, output: tokenPreview },
  'tokens.issue': { input: tokenRequest, output: issuedToken },
  'tokens.situation': { input: situationRequest, output: situation },
  'tokens.rooms': { input: profileId, output: z.array(roomSuggestion) },
  'tokens.askServer': { input: askRequest, output: serverAnswer },
  'tokens.snippets': { input: tokenRequest, output: snippets },
  'presets.list': { input: nothing, output: z.array(preset) },
  'presets.save': { input: presetChange, output: preset },
  'presets.delete': { input: z.strictObject({ id: z.uuid() }), output: done },
  'presets.export': { input: z.strictObject({ ids: z.array(z.uuid()) }), output: exported },
  'presets.import': { input: presetImport, output: z.array(preset) },
  'rooms.list': { input: roomsRequest, output: roomList },
  'rooms.count': { input: someRooms, output: z.array(roomCount) },
  'rooms.check': { input: someRooms, output: z.array(roomHealth) },
  'rooms.create': { input: newRoom, output: createdRoom },
  'rooms.close': { input: closeRequest, output: closeReport },
  'rooms.setMetadata': { input: roomMetadataRequest, output: roomChanged },
  'rooms.rescue': { input: rescueRequest, output: rescueReport },
  'rooms.remoteUnmute': { input: participantsRequest, output: remoteUnmute },
  'rooms.observe': { input: observeRequest, output: observation },
  'rooms.peek': { input: peekRequest, output: peek },
  'rooms.endPeek': { input: peekEnd, output: done },
  'rooms.asCommand': { input: commandRequest, output: commandText },
  'people.search': { input: peopleSearch, output: searchReport },
  'people.cancel': { input: searchCancel, output: done },
  'participants.list': { input: participantsRequest, output: participantList },
  'participants.mute': { input: muteRequest, output: actionReport },
  'participants.muteAll': { input: muteAllRequest, output: actionReport },
  'participants.hardMute': { input: hardMuteRequest, output: actionReport },
  'participants.restore': { input: hardMuteRequest, output: actionReport },
  'participants.setPermission': { input: permissionRequest, output: actionReport },
  'participants.undo': { input: undoRequest, output: actionReport },
  'participants.update': { input: participantUpdate, output: actionReport },
  'participants.setSubscription': { input: subscriptionRequest, output: actionReport },
  'participants.sendData': { input: dataRequest, output: dataReport },
  'participants.performRpc': { input: rpcRequest, output: rpcReport },
  'participants.move': { input: moveRequest, output: actionReport },
  'participants.forward': { input: moveRequest, output: actionReport },
  'participants.remove': { input: removeRequest, output: actionReport },
  'watch.list': { input: nothing, output: z.array(watch) },
  'watch.add': { input: newWatch, output: watch },
  'watch.stop': { input: watchId, output: done },
  'watch.look': { input: watchLook, output: done },
  'agents.list': { input: dispatchesRequest, output: dispatchList },
  'agents.dispatch': { input: newDispatch, output: createdDispatch },
  'agents.deleteDispatch': { input: dispatchDeletion, output: deletedDispatch },
  'audit.list': { input: auditRequest, output: auditPage },
  'audit.verify': { input: nothing, output: auditChain },
  'audit.export': { input: auditExport, output: exported },
} satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>;

export const events = {
  /** From the bridge of the browser host alone: the connection to main was lost and is back, or main has ended. */
  'console.connection': z.object({ state: z.enum(['back', 'closed']) }),
  'preferences.changed': preferences,
  'profiles.changed': z.array(profile),
  'presets.changed': z.array(preset),
  'localServer.changed': localServerStatus,
  'localServer.logged': localServerLine,
  'tokens.issued': issuedNotice,
  'people.found': searchProgress,
  'watch.changed': z.array(watch),
  'audit.added': z.array(auditEntry),
  'audit.chainChanged': auditChain,
} satisfies Record<EventName, z.ZodType>;

export type Input<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type Payload<N extends EventName> = z.output<(typeof events)[N]>;

/** What `window.api` is, whichever host put it there. */
export type Api = { readonly [N in CallName]: (input: z.input<(typeof calls)[N]['input']>) => Promise<Result<Output<N>>> } & {
  readonly on: { readonly [N in EventName]: (listener: (payload: Payload<N>) => void) => () => void };
};
