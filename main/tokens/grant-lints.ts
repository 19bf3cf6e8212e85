import { amber, type Lint, plain, red } from '../contract/token-lints';
import type { TokenRequestOutput } from '../contract/tokens';
import { serverWideOn } from './ceiling';
import { videoClaims } from './grants';

const quarterHour = 15 * 60;
/** The server hands a connected client a new token of ten minutes or more every five, whatever its first one said. */
const refreshed = 10 * 60;

function joinLints({ grants, room }: TokenRequestOutput): Lint[] {
  if (grants.roomJoin) return [];
  const others = grants.sipAdmin || grants.sipCall || grants.inference || grants.observability;
  const holds = Object.keys(videoClaims({ grants, room })).length > 0 || others;
  return [holds ? plain('no-join') : red('does-nothing', { cure: { 'grants.roomJoin': true } })];
}

/** What a server of one's own passes over. */
function cloudLints({ destinationRoom, inference, observability }: TokenRequestOutput['grants']): Lint[] {
  const cure = {
    ...(destinationRoom && { 'grants.destinationRoom': '' }),
    ...(inference && { 'grants.inference': false }),
    ...(observability && { 'grants.observability': false }),
  };
  const names = Object.keys(cure).map((path) => path.replace('grants.', ''));
  return names.length > 0 ? [amber('cloud-only', { values: { grants: names.join(', ') }, cure })] : [];
}

/** What the grants do together, and what they do not do alone. */
export function grantLints(request: TokenRequestOutput, { cloud }: { cloud: boolean }): Lint[] {
  const { grants, ttlSeconds } = request;
  const wide = serverWideOn(grants);
  return [
    ...joinLints(request),
    ...(wide.length > 0
      ? [
          amber('server-wide', {
            values: { grants: wide.join(', ') },
            ...(ttlSeconds > quarterHour && { cure: { ttlSeconds: quarterHour } }),
          }),
        ]
      : []),
    ...(!grants.canPublish && grants.canPublishSources.length > 0
      ? [amber('publish-off-sources', { cure: { 'grants.canPublishSources': [] } })]
      : []),
    ...(grants.roomJoin && grants.canPublishData && !grants.canPublish ? [plain('data-without-publish')] : []),
    ...(grants.roomJoin && grants.roomAdmin ? [plain('moderator-needs-app')] : []),
    ...(cloud ? [] : cloudLints(grants)),
    ...(grants.roomJoin && ttlSeconds < refreshed ? [plain('lifetime-stays-connected')] : []),
  ];
}
