import type { Feature } from '../main/feature.ts';

/** Whom a campaign has to move, for its organizers alone: nothing of it is on a public page or in another export. */
export const strategy: Feature = {
  name: 'strategy',
  tables: ['stakeholders', 'stakeholder_texts', 'stakeholder_evidence', 'stakeholder_ties', 'road_days'],
  console: async () => (await import('./console.tsx')).strategySection,
  scheduled: [
    {
      name: 'keep-roads',
      stage: 'settle',
      run: async (deps, now) => (await import('./keep-road.ts')).keepRoads(deps, now),
    },
  ],
  kit: async () => (await import('./kit.ts')).strategyKitSection,
};
