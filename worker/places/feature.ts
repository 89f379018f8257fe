import type { Feature } from '../main/feature.ts';

export const places: Feature = {
  name: 'places',
  tables: ['cities', 'districts', 'zip_areas'],
  kit: async () => (await import('./kit.ts')).cityKitSection,
};
