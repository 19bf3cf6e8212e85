import { z } from 'zod';
import { problem } from '../../main/contract/field';
import { parseLifetime } from '../../main/contract/lifetime';
import type { Preset, PresetChange, TokenRequestOutput } from '../../main/contract/tokens';

/** A lifetime as people write it, in seconds. */
const lifetime = z.string().transform((typed, context) => {
  const parsed = parseLifetime(typed, new Date());
  if ('seconds' in parsed) return parsed.seconds;
  context.addIssue(parsed.problem);
  return z.NEVER;
});

/** What is typed of a preset: the rest of it comes from the token form, or stays as it is. */
export const presetForm = z
  .object({
    name: z.string().trim().min(1, problem('required')).max(60, problem('too-long')),
    ttlSeconds: lifetime,
    longestLifetimeSeconds: lifetime,
  })
  .refine(({ ttlSeconds, longestLifetimeSeconds }) => ttlSeconds <= longestLifetimeSeconds, {
    path: ['longestLifetimeSeconds'],
    error: problem('out-of-range'),
  });
export type PresetForm = z.input<typeof presetForm>;
export type PresetFormOutput = z.output<typeof presetForm>;

type Kept = Pick<Preset, 'grants' | 'kind' | 'metadata' | 'attributes' | 'roomPreset' | 'roomConfig'>;

/** What a preset keeps of a request: everything but who, where and why. */
export const keptByPreset = ({ grants, kind, metadata, attributes, roomPreset, roomConfig }: TokenRequestOutput | Preset): Kept => ({
  grants,
  kind,
  metadata,
  attributes,
  roomPreset,
  roomConfig,
});

export const presetChangeOf = (id: string | null, typed: PresetFormOutput, kept: Kept): PresetChange => ({ id, ...typed, ...kept });

export const ownPresetNamed = (presets: Preset[], name: string) =>
  presets.find((preset) => !preset.builtin && preset.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase());
