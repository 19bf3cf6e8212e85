import type { Permission } from '../../main/contract/participants';

export const publishSources = ['microphone', 'camera', 'screen_share', 'screen_share_audio'] as const;
export type PublishSource = (typeof publishSources)[number];
/** `hidden`, `recorder` and `agent` are kept as they are: changing them on someone who is in the room has no reliable effect. */
export const permissionFlags = [
  'canSubscribe',
  'canPublishData',
  'canUpdateMetadata',
  'canSubscribeMetrics',
  'canManageAgentSession',
] as const;

export const maySend = ({ canPublish, canPublishSources }: Permission, source: PublishSource) =>
  canPublish && (canPublishSources.length === 0 || canPublishSources.includes(source));

/** An empty list means all sources, so none at all is written as `canPublish: false`. */
export function withSource(permission: Permission, source: PublishSource, allowed: boolean): Permission {
  const kept = publishSources.filter((one) => (one === source ? allowed : maySend(permission, one)));
  return { ...permission, canPublish: kept.length > 0, canPublishSources: kept.length === publishSources.length ? [] : kept };
}

export type PermissionChange = { field: string; added: boolean };

/** What changes for the person, field by field; a list that is written otherwise but means the same is no change. */
export function changesOf(before: Permission, after: Permission): PermissionChange[] {
  const sources = publishSources
    .filter((source) => maySend(before, source) !== maySend(after, source))
    .map((source) => ({ field: `canPublishSources: ${source}`, added: maySend(after, source) }));
  const flags = permissionFlags.filter((flag) => before[flag] !== after[flag]).map((field) => ({ field, added: after[field] }));
  return [...sources, ...flags];
}
