import type { Part } from './set-up';

type Step = { step: 'runRedis' | 'server' | 'worker'; text: string };

const ofServer: Record<Part, string> = {
  egress: '',
  ingress: '\ningress:\n  rtmp_base_url: rtmp://ingress.example.com:1935/x\n  whip_base_url: https://ingress.example.com/w',
  sip: '',
};
const ofWorker: Record<Part, string> = {
  egress: '',
  ingress: '\nrtmp_port: 1935\nwhip_port: 8080\nhttp_relay_port: 9090',
  sip: '\nsip_port: 5060\nrtp_port: 10000-20000',
};
const run: Record<Part, string> = {
  egress: 'docker run --rm --network host --cap-add SYS_ADMIN -e EGRESS_CONFIG_BODY="$(cat egress.yaml)" livekit/egress',
  ingress: 'docker run --rm --network host -e INGRESS_CONFIG_BODY="$(cat ingress.yaml)" livekit/ingress',
  sip: 'docker run --rm --network host -e SIP_CONFIG_BODY="$(cat sip.yaml)" livekit/sip',
};
const redis = 'redis:\n  address: 127.0.0.1:6379';

/** As LiveKit's own guides for self-hosting have it; the worker has the server's own key, Redis and address. */
export const setUpSteps = (part: Part, serverUrl: string): Step[] => [
  { step: 'runRedis', text: 'docker run --rm -p 127.0.0.1:6379:6379 redis:7-alpine' },
  { step: 'server', text: `# livekit.yaml\n${redis}${ofServer[part]}` },
  {
    step: 'worker',
    text: `# ${part}.yaml\napi_key: …\napi_secret: …\nws_url: ${serverUrl}\n${redis}${ofWorker[part]}\n\n${run[part]}`,
  },
];
