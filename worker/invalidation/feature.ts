import type { Feature } from '../main/feature.ts';
import { goOnWithInvalidations, workName } from './go-on.ts';
import { typedKeptFor } from './rules.ts';
import { forgetTyped } from './store.ts';

export const invalidation: Feature = {
  name: 'invalidation',
  tables: ['invalidations', 'invalidation_counts', 'invalidation_examples'],
  console: async () => (await import('./console.tsx')).invalidationSection,
  scheduled: [
    {
      name: workName,
      stage: 'settle',
      run: (deps, now, { house }) => goOnWithInvalidations(deps, now, house.hooks),
    },
  ],
  retention: [
    {
      name: 'forget-typed-conditions',
      run: ({ db }, now) => forgetTyped(db, new Date(now.getTime() - typedKeptFor)),
    },
  ],
};
