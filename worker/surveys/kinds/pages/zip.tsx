import { TextField } from '../../../../web/components/field.tsx';
import type { QuestionBase } from '../kind.ts';
import { controlOf, oneControl } from './controls.tsx';
import { copy } from './copy.ts';
import type { KindPage } from './page.ts';

export const zipPage: KindPage<QuestionBase<'zip'>> = {
  isGrouped: false,
  controls: controlOf,
  instruction: (_question, language) => copy[language].field.zip,
  Fields: (props) => (
    <TextField {...oneControl(props)} inputmode="numeric" autocomplete="postal-code" width="short" />
  ),
  lines: (_question, answer) => [String(answer)],
};
