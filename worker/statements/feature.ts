import type { Feature } from '../main/feature.ts';

export const statements: Feature = {
  name: 'statements',
};
