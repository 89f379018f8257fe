import type { Feature } from '../main/feature.ts';
import { cityKitSection } from './kit.ts';

export const places: Feature = {
  name: 'places',
  tables: ['cities', 'districts', 'zip_areas'],
  kit: cityKitSection,
};
