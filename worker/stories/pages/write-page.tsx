import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { languages } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { topics } from '../rules.ts';
import { CarefulPage } from './frame.tsx';
import { ownCopy } from './own-copy.ts';
import { tellCopy } from './tell-copy.ts';

/** Of one answer, so that all of them together stay below the limit of a form: nine bytes for each, at most. */
const mostSent = 15_000;

export type WritePageProps = {
  shell: Shell;
  href: string;
  back: string;
  /** The version that the teller sees. */
  seen: number;
  values: Record<string, string>;
  errors: readonly FieldError[];
  /** Why nothing was stored. */
  notice: 'meanwhile' | 'readOnly' | null;
  isChange: boolean;
};

export function WritePage({ shell, href, back, seen, values, errors, notice, isChange }: WritePageProps) {
  const { language } = shell;
  const words = tellCopy[language].form;
  const textOf = ({ code }: FieldError) =>
    (words.errors as Record<string, string>)[code] ?? words.errors.missing;
  const of = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return { name, language, value: values[name] ?? '', error: error ? textOf(error) : null };
  };
  return (
    <CarefulPage shell={shell} title={words.title} noindex isError={errors.length > 0}>
      <div class="flow column">
        <ErrorSummary
          language={language}
          lines={errors.map((error) => ({ href: `#${error.field}`, text: textOf(error) }))}
        />
        <h1>{words.heading}</h1>
        {notice && <Notice news>{words[notice]}</Notice>}
        <p class="lead">{words.lead}</p>
        {isChange && <p>{ownCopy[language].own.changeHint}</p>}
        <form class="fields" method="post" action={linkFrom(shell, href)} novalidate>
          <input type="hidden" name="seen" value={String(seen)} />
          {topics.map((topic) => (
            <TextArea
              {...of(topic)}
              label={words[topic]}
              hint={words[`${topic}Hint`]}
              rows={6}
              most={mostSent}
            />
          ))}
          <TextField {...of('name')} label={words.name} hint={words.nameHint} autocomplete="off" optional />
          <Select
            {...of('language')}
            label={words.language}
            options={languages.map((value) => ({ value, label: words.languages[value] }))}
          />
          <Button working={words.working}>{words.save}</Button>
        </form>
        <p>
          <a href={linkFrom(shell, back)}>{words.back}</a>
        </p>
      </div>
    </CarefulPage>
  );
}
