import type { Distribution, Question } from '../questions.ts';
import { allocationPage } from './allocation.tsx';
import { districtPage } from './district.tsx';
import { longTextPage } from './long-text.tsx';
import { multiplePage } from './multiple.tsx';
import { numberPage } from './number.tsx';
import type { KindPage } from './page.ts';
import { rankingPage } from './ranking.tsx';
import { scalePage } from './scale.tsx';
import { shortTextPage } from './short-text.tsx';
import { singlePage } from './single.tsx';
import { zipPage } from './zip.tsx';

/** The pages of each kind of question. */
export const kindPages: {
  [Kind in Question['kind']]: KindPage<
    Extract<Question, { kind: Kind }>,
    Extract<Distribution, { kind: Kind }>
  >;
} = {
  single: singlePage,
  multiple: multiplePage,
  scale: scalePage,
  ranking: rankingPage,
  allocation: allocationPage,
  number: numberPage,
  'short-text': shortTextPage,
  'long-text': longTextPage,
  zip: zipPage,
  district: districtPage,
};
