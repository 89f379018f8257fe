import type { Feature } from '../main/feature.ts';

/** Numbers for organizers. It follows nobody: everything in it is a sum. */
export const numbers: Feature = {
  name: 'numbers',
  tables: ['signing_days', 'signing_walks', 'form_steps'],
  console: async () => (await import('./console.tsx')).numbersSection,
  scheduled: [
    {
      name: 'count-signing-days',
      stage: 'tidy',
      run: async (deps, now) => (await import('./count-days.ts')).countDays(deps, now),
    },
  ],
};
