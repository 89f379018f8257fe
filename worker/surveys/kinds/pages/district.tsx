import { Select } from '../../../../web/components/field.tsx';
import type { QuestionBase } from '../kind.ts';
import type { ChoiceDistribution } from '../options.ts';
import { answeredLine, choiceTallyPage } from './choices.tsx';
import { controlOf, oneControl } from './controls.tsx';
import { copy } from './copy.ts';
import type { KindPage } from './page.ts';

export const districtPage: KindPage<QuestionBase<'district'>, ChoiceDistribution<'district'>> = {
  isGrouped: false,
  controls: controlOf,
  Fields: (props) => {
    const places = props.question.places.map(({ id, label }) => ({ value: id, label }));
    const options = [{ value: '', label: copy[props.language].field.choose }, ...places];
    return <Select {...oneControl(props)} options={options} />;
  },
  tally: choiceTallyPage({ answered: answeredLine }),
  lines: ({ places }, answer) => {
    return [answer].flat().map((id) => places.find((place) => place.id === id)?.label ?? String(id));
  },
};
