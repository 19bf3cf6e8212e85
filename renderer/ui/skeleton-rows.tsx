import { Skeleton } from '@mantine/core';

const widths = [64, 48, 72, 56, 40, 68, 52, 60];

/** Rows of the real height while the first answer is on its way. */
export const SkeletonRows = ({ label }: { label: string }) => (
  <div className="skeleton-rows" role="status" aria-label={label} aria-busy>
    {widths.map((width) => (
      <div key={width}>
        <Skeleton w={14} h={14} />
        <Skeleton w={`${width * 0.5}%`} h={9} />
        <Skeleton w={34} h={9} />
        <Skeleton w={52} h={9} />
      </div>
    ))}
  </div>
);
