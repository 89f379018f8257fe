import { FieldFrame, TextArea, TextField } from '../../../web/components/field.tsx';
import type { Language } from '../../../web/language.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { type answerFields, fieldOf } from '../form-rules.ts';
import { answerCodes } from '../rules.ts';
import { type AnswerCopy, answerCopy } from './answer-copy.ts';

export type AnswerFieldsProps = {
  ask: string;
  values: Record<string, string>;
  errors: FieldError[];
  language: Language;
  /** An organizer enters what the committee has said, so the fields speak of it. */
  isEntered?: boolean;
};

export function errorText({ code }: FieldError, language: Language): string {
  const errors: Record<string, string> = answerCopy[language].errors;
  return errors[code] ?? errors.nothing ?? '';
}

/** Lines of an error summary; each leads to its field. */
export function errorLines(errors: FieldError[], language: Language) {
  return errors.map((error) => ({
    href: `#${error.field === 'form' ? 'answers' : error.field.replace(/^answer\.(.*)$/, 'answer.$1.yes')}`,
    text: errorText(error, language),
  }));
}

/** The fields of the answer to one ask. */
export function AnswerFields({ ask, values, errors, language, isEntered }: AnswerFieldsProps) {
  const own = answerCopy[language];
  const words = isEntered ? { ...own, ...own.entered } : own;
  const of = (part: (typeof answerFields)[number]) => {
    const name = fieldOf(part, ask);
    const found = errors.find(({ field }) => field === name);
    return { name, language, value: values[name] ?? '', error: found ? errorText(found, language) : null };
  };
  return (
    <>
      <input type="hidden" name={fieldOf('seen', ask)} value={values[fieldOf('seen', ask)] ?? '0'} />
      <Choices {...of('answer')} words={words} />
      <TextArea {...of('text')} label={words.text} hint={words.textHint} rows={4} optional />
      <DayField {...of('due')} label={words.due} hint={words.dueHint} optional />
      <TextField {...of('document')} label={words.document} hint={words.documentHint} optional />
    </>
  );
}

type Field = { name: string; language: Language; value: string; error: string | null };

function Choices({ name, value, error, words }: Field & { words: AnswerCopy }) {
  return (
    <fieldset
      class={error ? 'choices wrong' : 'choices'}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend>{words.answer}</legend>
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {answerCodes.map((code) => (
        <div class="field tick">
          <input id={`${name}.${code}`} type="radio" name={name} value={code} checked={value === code} />
          <label for={`${name}.${code}`}>{words.choices[code]}</label>
        </div>
      ))}
    </fieldset>
  );
}

type DayProps = Field & { label: string; hint?: string; optional?: boolean };

export function DayField(props: DayProps) {
  const { name, value, hint, error } = props;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <FieldFrame {...props}>
      <input
        id={name}
        name={name}
        type="date"
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldFrame>
  );
}
