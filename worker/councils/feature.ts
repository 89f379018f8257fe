import type { Feature } from '../main/feature.ts';
import { councilBlock } from './campaign-block.tsx';
import { councilKitSection } from './kit.ts';

export const councils: Feature = {
  name: 'councils',
  tables: ['councils', 'seats', 'committees'],
  campaignPage: councilBlock,
  kit: councilKitSection,
};
