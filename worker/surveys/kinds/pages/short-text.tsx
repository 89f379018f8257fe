import { TextField } from '../../../../web/components/field.tsx';
import type { ShortText } from '../short-text.ts';
import { controlOf, oneControl, upTo } from './controls.tsx';
import type { KindPage } from './page.ts';
import { textTallyPage } from './texts.ts';

export const shortTextPage: KindPage<ShortText, { kind: 'short-text' }> = {
  isGrouped: false,
  controls: controlOf,
  instruction: ({ longest }, language) => upTo(longest, language),
  Fields: (props) => <TextField {...oneControl(props)} autocomplete="off" />,
  tally: textTallyPage,
  lines: (_question, answer) => [String(answer)],
};
