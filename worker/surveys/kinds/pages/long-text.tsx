import { TextArea } from '../../../../web/components/field.tsx';
import type { LongText } from '../long-text.ts';
import { controlOf, oneControl, upTo } from './controls.tsx';
import type { KindPage } from './page.ts';
import { textTallyPage } from './texts.ts';

export const longTextPage: KindPage<LongText, { kind: 'long-text' }> = {
  isGrouped: false,
  controls: controlOf,
  isFreeText: true,
  instruction: ({ longest }, language) => upTo(longest, language),
  Fields: (props) => <TextArea {...oneControl(props)} rows={5} />,
  tally: textTallyPage,
  lines: (_question, answer) => [String(answer)],
};
