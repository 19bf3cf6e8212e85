import { z } from 'zod';
import { formatLifetime, parseLifetime } from '../../main/contract/lifetime';
import { type Profile, type ProfileChange, policy, profileChange } from '../../main/contract/profiles';

/** The form of a saved server: as the contract has it, but with the longest lifetime as people write it. */
export const serverSchema = profileChange.omit({ id: true, policy: true }).extend({
  longest: z
    .string()
    .transform((text, context) => {
      const parsed = parseLifetime(text, new Date());
      if ('seconds' in parsed) return parsed.seconds;
      context.addIssue(parsed.problem);
      return z.NEVER;
    })
    .pipe(policy.shape.longestLifetimeSeconds.unwrap()),
  serverWideGrants: policy.shape.serverWideGrants.unwrap(),
  reasonRequired: z.boolean(),
  watching: z.object({ observe: z.boolean(), levels: z.boolean(), peek: z.boolean() }),
});
export type ServerValues = z.input<typeof serverSchema>;
export type ServerOutput = z.output<typeof serverSchema>;

export const valuesOf = ({ name, serverUrl, environment, safety, joinPage, policy }: Profile): ServerValues => ({
  name,
  serverUrl,
  environment,
  safety,
  joinPage,
  longest: formatLifetime(policy.longestLifetimeSeconds),
  serverWideGrants: policy.serverWideGrants,
  reasonRequired: policy.reasonRequired,
  watching: policy.watching,
});

export const changeOf = (id: string, { longest, serverWideGrants, reasonRequired, watching, ...rest }: ServerOutput): ProfileChange => ({
  id,
  ...rest,
  policy: { longestLifetimeSeconds: longest, serverWideGrants, reasonRequired, watching },
});
