import type { Feature } from '../main/feature.ts';
import { councilBlock } from './campaign-block.tsx';

export const councils: Feature = {
  name: 'councils',
  tables: ['councils', 'seats', 'committees'],
  campaignPage: councilBlock,
  kit: async () => (await import('./kit.ts')).councilKitSection,
};
