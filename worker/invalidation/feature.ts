import type { Feature } from '../main/feature.ts';
import { typedKeptFor, workName } from './rules.ts';

export const invalidation: Feature = {
  name: 'invalidation',
  tables: ['invalidations', 'invalidation_counts', 'invalidation_examples'],
  console: async () => (await import('./console.tsx')).invalidationSection,
  scheduled: [
    {
      name: workName,
      stage: 'settle',
      run: async (deps, now, { house }) =>
        (await import('./go-on.ts')).goOnWithInvalidations(deps, now, house.hooks),
    },
  ],
  retention: [
    {
      name: 'forget-typed-conditions',
      run: async ({ db }, now) =>
        (await import('./store.ts')).forgetTyped(db, new Date(now.getTime() - typedKeptFor)),
    },
  ],
};
