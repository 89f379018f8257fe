import type { Feature } from '../main/feature.ts';

export const councils: Feature = { name: 'councils', tables: ['councils', 'seats', 'committees'] };
