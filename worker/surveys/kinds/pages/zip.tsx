import { TextField } from '../../../../web/components/field.tsx';
import { message } from '../../../../web/language.ts';
import type { QuestionBase } from '../kind.ts';
import { controlOf, oneControl } from './controls.tsx';
import { copy } from './copy.ts';
import type { KindPage } from './page.ts';
import { textTallyPage } from './texts.ts';

export const zipPage: KindPage<QuestionBase<'zip'>, { kind: 'zip' }> = {
  isGrouped: false,
  controls: controlOf,
  instruction: (_question, language) => copy[language].field.zip,
  Fields: (props) => (
    <TextField {...oneControl(props)} inputmode="numeric" autocomplete="postal-code" width="short" />
  ),
  tally: {
    ...textTallyPage,
    answered: ({ answered }, language) => message(copy[language].told.zips, { n: answered }, language),
  },
  lines: (_question, answer) => [String(answer)],
};
