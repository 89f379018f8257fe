import { Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { amountOf, scaleLabel } from './answer-words.ts';
import { BudgetFields } from './budget-fields.tsx';
import { copy } from './copy.ts';
import { nameOf, type QuestionOf, type RawAnswers, type SurveyQuestion } from './survey.ts';

export type FieldsProps<Question extends SurveyQuestion = SurveyQuestion> = {
  question: Question;
  values: RawAnswers;
  error: string | null;
  language: Language;
};

const grouped = new Set<SurveyQuestion['kind']>(['single', 'multiple', 'scale', 'ranking', 'allocation']);

/** Whether a question has several controls, which stand in a fieldset; else its one control has a label. */
export function isGrouped({ kind }: SurveyQuestion): boolean {
  return grouped.has(kind);
}

export function AnswerFields(props: FieldsProps) {
  const { question, ...rest } = props;
  switch (question.kind) {
    case 'single':
      return <Radios question={question} {...rest} />;
    case 'scale':
      return <Scale question={question} {...rest} />;
    case 'multiple':
      return <Checkboxes question={question} {...rest} />;
    case 'ranking':
      return <Places question={question} {...rest} />;
    case 'allocation':
      return <BudgetFields question={question} {...rest} />;
    case 'district':
      return <Districts question={question} {...rest} />;
    case 'long-text':
      return <TextArea {...labelled(props)} value={typed(props)} rows={5} />;
    case 'short-text':
      return <TextField {...labelled(props)} value={typed(props)} autocomplete="off" />;
    case 'zip':
      return (
        <TextField
          {...labelled(props)}
          value={typed(props)}
          inputmode="numeric"
          autocomplete="postal-code"
          width="short"
        />
      );
    case 'number':
      return (
        <TextField
          {...labelled(props)}
          value={typed(props)}
          inputmode={Number.isInteger(question.step) ? 'numeric' : 'decimal'}
          autocomplete="off"
          width="short"
        />
      );
  }
}

/** What a question says beside its title, on how it is answered. */
export function instructionOf(question: SurveyQuestion, language: Language): string | null {
  const words = copy[language].field;
  const say = (template: string, values: Record<string, string | number>) =>
    message(template, values, language);
  const number = (value: number) => formatNumber(value, language);
  switch (question.kind) {
    case 'multiple':
      return say(limitsOf(question, language), {
        n: question.atLeast > 1 ? question.atLeast : question.atMost,
        least: question.atLeast,
        most: question.atMost,
      });
    case 'ranking':
      return say(words.rank, { last: question.options.length });
    case 'allocation': {
      const total = amountOf(question.total, question.unit, language);
      const step = amountOf(question.step, question.unit, language);
      const steps = question.step === 1 ? '' : ` ${say(words.steps, { step })}`;
      return say(words.spread, { total }) + steps;
    }
    case 'number':
      return say(words.range, {
        min: number(question.min),
        max: amountOf(question.max, question.unit, language),
      });
    case 'short-text':
      return say(words.longest, { longest: number(question.longest) });
    case 'long-text':
      return `${words.noCases} ${say(words.longest, { longest: number(question.longest) })}`;
    case 'zip':
      return words.zip;
    default:
      return null;
  }
}

function limitsOf({ atLeast, atMost, options }: QuestionOf<'multiple'>, language: Language): string {
  const words = copy[language].field;
  if (atLeast === atMost) return words.chooseExactly;
  if (atMost >= options.length) return atLeast > 1 ? words.chooseAtLeast : words.chooseAll;
  return atLeast > 1 ? words.chooseBetween : words.chooseUpTo;
}

function typed({ question, values }: FieldsProps): string {
  return values[nameOf(question)]?.[0] ?? '';
}

function labelled({ question, error, language }: FieldsProps) {
  const hint = [question.help, instructionOf(question, language)].filter(Boolean).join(' ');
  const { title: label, required } = question;
  return { name: nameOf(question), label, hint, error, language, optional: !required };
}

type TickProps = {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  label: string;
  checked: boolean;
};

function Tick({ type, id, name, value, label, checked }: TickProps) {
  return (
    <div class="field tick">
      <input type={type} id={id} name={name} value={value} checked={checked} autocomplete="off" />
      <label for={id}>{label}</label>
    </div>
  );
}

function Radios({ question, values, language }: FieldsProps<QuestionOf<'single'>>) {
  const name = nameOf(question);
  const chosen = values[name]?.[0] ?? '';
  return (
    <>
      {question.options.map(({ id, label }) => (
        <Tick
          type="radio"
          id={`${name}.${id}`}
          name={name}
          value={id}
          label={label}
          checked={chosen === id}
        />
      ))}
      {!question.required && <NoAnswer name={name} chosen={chosen} language={language} />}
    </>
  );
}

/** A radio once chosen cannot be taken back, but for another one. */
function NoAnswer({ name, chosen, language }: { name: string; chosen: string; language: Language }) {
  return (
    <Tick
      type="radio"
      id={`no-${name}`}
      name={name}
      value=""
      label={copy[language].field.noAnswer}
      checked={chosen === ''}
    />
  );
}

function Scale({ question, values, language }: FieldsProps<QuestionOf<'scale'>>) {
  const name = nameOf(question);
  const chosen = values[name]?.[0] ?? '';
  const steps = Array.from({ length: question.to - question.from + 1 }, (_, i) => question.from + i);
  return (
    <div class="scale">
      {steps.map((value) => (
        <Tick
          type="radio"
          id={`${name}.${value}`}
          name={name}
          value={String(value)}
          label={scaleLabel(question, value)}
          checked={chosen === String(value)}
        />
      ))}
      {!question.required && <NoAnswer name={name} chosen={chosen} language={language} />}
    </div>
  );
}

function Checkboxes({ question, values }: FieldsProps<QuestionOf<'multiple'>>) {
  const name = nameOf(question);
  const chosen = values[name] ?? [];
  return (
    <>
      {question.options.map(({ id, label }) => (
        <Tick
          type="checkbox"
          id={`${name}.${id}`}
          name={name}
          value={id}
          label={label}
          checked={chosen.includes(id)}
        />
      ))}
    </>
  );
}

/** The script adds buttons to move each one up and down; what is sent is the selects. */
function Places({ question, values, error, language }: FieldsProps<QuestionOf<'ranking'>>) {
  const words = copy[language].field;
  return (
    <ol class="plain ranking" data-ranking>
      {question.options.map(({ id, label }) => {
        const name = `${nameOf(question)}.${id}`;
        const place = values[name]?.[0] ?? '';
        return (
          <li class="field place">
            <label for={name}>{label}</label>
            <select id={name} name={name} autocomplete="off" aria-invalid={error ? 'true' : undefined}>
              <option value="">{words.place}</option>
              {question.options.map((_, i) => (
                <option value={String(i + 1)} selected={place === String(i + 1)}>
                  {i + 1}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ol>
  );
}

function Districts(props: FieldsProps<QuestionOf<'district'>>) {
  const { question, language } = props;
  const options = question.options.map(({ id, label }) => ({ value: id, label }));
  return (
    <Select
      {...labelled(props)}
      value={typed(props)}
      options={[{ value: '', label: copy[language].field.choose }, ...options]}
    />
  );
}
