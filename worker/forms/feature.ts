import type { Feature } from '../main/feature.ts';
import { formsSection } from './console.tsx';

/** The pages on which organizers edit a kit, made from what each feature says of its part. */
export const forms: Feature = {
  name: 'forms',
  console: ({ kitSections }) => formsSection(kitSections),
};
