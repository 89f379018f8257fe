import { formatNumber, type Language, message } from '../../../../web/language.ts';
import { fieldName, type RawAnswers } from '../fields.ts';
import type { QuestionBase } from '../kind.ts';
import { copy } from './copy.ts';
import type { FieldsProps } from './page.ts';

type TickProps = {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  checked: boolean;
};

export function Tick({ type, name, value, label, checked }: TickProps) {
  // The empty value has an id of its own.
  const id = value === '' ? `no-${name}` : `${name}.${value}`;
  return (
    <div class="field tick">
      <input type={type} id={id} name={name} value={value} checked={checked} />
      <label for={id}>{label}</label>
    </div>
  );
}

type RadiosProps = {
  question: QuestionBase;
  options: { id: string; label: string }[];
  values: RawAnswers;
  language: Language;
};

/** A radio button cannot be unchecked, so there is one more for "no answer". */
export function Radios({ question, options, values, language }: RadiosProps) {
  const name = fieldName(question.id);
  const chosen = enteredIn(question, values);
  const { noAnswer } = copy[language].field;
  const none = question.required ? [] : [{ id: '', label: noAnswer }];
  return (
    <>
      {[...options, ...none].map(({ id, label }) => (
        <Tick type="radio" name={name} value={id} label={label} checked={chosen === id} />
      ))}
    </>
  );
}

/** The value in the field of a question with one field. */
export function enteredIn({ id }: { id: string }, values: RawAnswers): string {
  return values[fieldName(id)]?.[0] ?? '';
}

/** For a question with one control: the question is its label. */
export function oneControl({ question, values, hint, error, language }: FieldsProps<QuestionBase>) {
  const { id, title, required } = question;
  return {
    name: fieldName(id),
    label: title[language],
    value: enteredIn(question, values),
    optional: !required,
    hint,
    error,
    language,
  };
}

export function controlOf({ id }: { id: string }): string[] {
  return [fieldName(id)];
}

export function controlsOfParts({ id }: { id: string }, parts: { id: string }[]): string[] {
  return parts.map((part) => fieldName(id, part.id));
}

export function upTo(longest: number, language: Language): string {
  return message(copy[language].field.longest, { longest: formatNumber(longest, language) }, language);
}
