import { egress } from './media-egress';
import { choices, fields, hints } from './media-fields';
import { ingress } from './media-ingress';
import { sip } from './media-sip';

export const media = {
  views: { egress: 'Egress', ingress: 'Ingress', sip: 'SIP', agents: 'Agents' },
  form: {
    more: 'More',
    kept: 'Set. Type to replace',
    removed: 'Removed when saved',
    removeKept: 'Remove the one that is set',
    removePill: 'Take away {{text}}',
    offered: 'In the keychain',
    typed: 'Typed for this one',
  },
  storages: {
    keepAs: 'Keep it as',
    keepWhy: 'In this computer’s keychain, under this name. Left empty, it is used once and forgotten.',
    keep: 'Keep',
    isKept: '{{name}} is in the keychain',
    credentials: 'Credentials',
    where: '{{kind}}, in the keychain',
    remove: 'Remove…',
    question: 'Remove {{name}} from the keychain?',
    removeWhat: 'Its credentials are gone from this computer and have to be typed again.',
    running: 'What records to it now goes on, and what was recorded stays.',
    verb: 'Remove 1 storage',
    isRemoved: '{{name}} is removed',
  },
  showForm: 'Show it',
  save: 'Save',
  saved: 'Saved',
  delete: 'delete',
  deleteButton: 'Delete…',
  deleteQuestion: 'Delete {{name}}?',
  deleted: '{{name}} is deleted',
  loading: 'The list is being read',
  missing: {
    redis: 'This server runs without Redis',
    why: {
      egress: 'Recording needs Redis and an egress worker. Rooms, people and tokens work without.',
      ingress: 'Ingress needs Redis and an ingress worker. Rooms, people and tokens work without.',
      sip: 'Telephone calls need Redis and a SIP worker. Rooms, people and tokens work without.',
    },
    show: 'Show what to set up',
    again: 'Check again',
    setUp: 'What to set up',
    copy: 'Copy: {{what}}',
    localServer:
      'The local server of this console takes no Redis: start a livekit-server of your own with this configuration, and add it in Settings.',
    sameRedis: 'Server and worker find each other through the same Redis: both need its address, and the worker needs a key of the server.',
  },
  noWorker: {
    egress: 'The server has Redis and took the request, but no egress worker was there to do it. What you typed is kept; nothing was done.',
    ingress:
      'The server has Redis and took the request, but no ingress worker was there to fetch it. What you typed is kept; nothing was made.',
    sip: 'The server has Redis and took the request, but no SIP worker was there to dial. What you typed is kept; nobody was called.',
  },
  runWorker: 'Run a worker, then try again',
  setUp: {
    runRedis: '1. Run Redis',
    server: '2. Name it in the server’s configuration and restart the server',
    worker: '3. Run a worker, with a key of this server',
  },
  fields,
  hints,
  choices,
  egress,
  ingress,
  sip,
} as const;
