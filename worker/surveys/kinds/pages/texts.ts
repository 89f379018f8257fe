import { message } from '../../../../web/language.ts';
import { copy } from './copy.ts';
import type { TallyPage } from './page.ts';

/** For a text, only the number of people who wrote one is reported. */
export const textTallyPage: TallyPage<{ kind: string }> = {
  answered: ({ answered }, language) => message(copy[language].told.wrote, { n: answered }, language),
  csv: { answers: () => [] },
  json: () => ({}),
};
