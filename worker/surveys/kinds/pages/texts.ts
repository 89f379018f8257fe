import { message } from '../../../../web/language.ts';
import { copy } from './copy.ts';
import type { TallyPage } from './page.ts';

/** Of a text only how many wrote one is told. */
export const textTallyPage: TallyPage<{ kind: string }> = {
  answered: ({ answered }, language) => message(copy[language].told.wrote, { n: answered }, language),
  csv: { answers: () => [] },
  json: () => ({}),
};
