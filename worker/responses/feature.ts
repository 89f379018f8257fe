import type { Feature } from '../main/feature.ts';
import { responsesKitSection } from './kit.ts';
import { asksPart } from './petition-part.tsx';

export const responses: Feature = {
  name: 'responses',
  tables: ['asks', 'answer_requests', 'answers', 'answer_mailings'],
  actionPage: asksPart,
  kit: responsesKitSection,
};
