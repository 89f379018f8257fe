import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { progresses } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';

type Option = { value: string; label: string };

/** What can be chosen. */
export type Options = Record<'phases' | 'junctures' | 'owners' | 'needs' | 'measures', Option[]>;

/** What the form holds, and what is wrong with it. */
export type Filled = {
  values: Record<string, string>;
  needs: readonly string[];
  errors: readonly FieldError[];
  /** Ids of tactics, from the one of the form back to itself. */
  circle: readonly string[];
  notice: string | null;
  /** It was taken off: it can be read, and not changed. */
  isGone?: boolean;
};

type TacticFormProps = Filled & {
  frame: ConsoleFrame;
  action: string;
  back: string;
  /** Of the one that is changed; null for a new one. */
  title: string | null;
  options: Options;
  seen?: string;
};

/** A tactic of the plan: what, when, whose, for what. */
export function TacticForm(props: TacticFormProps) {
  const { frame, action, title, notice, seen, isGone, errors } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = words.form;
  const heading = title === null ? words.add : message(say.edit, { title }, language);
  const labels = labelsOf(language);
  return (
    <ConsolePage frame={frame} title={heading} isError={errors.length > 0 || notice !== null}>
      <div class="flow strategy">
        <h1>{heading}</h1>
        <ErrorSummary
          language={language}
          lines={errors.map((error) => ({
            href: `#${error.field}`,
            text: `${labels[error.field] ?? ''}: ${errorText(error, props)}`,
          }))}
        />
        <p class="small">
          <a href={linkFrom(shell, props.back)}>{say.back}</a>
        </p>
        {notice && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        {!isGone && (
          <ConsoleForm shell={shell} formToken={frame.formToken} action={action} class="fields column">
            {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
            <Fields {...props} />
            <Button working={say.saving}>{say.save}</Button>
          </ConsoleForm>
        )}
        {!isGone && seen !== undefined && (
          <ConsoleForm shell={shell} formToken={frame.formToken} action={`${action}/remove`} class="flow">
            <input type="hidden" name="seen" value={seen} />
            <p class="hint">{say.removeHint}</p>
            <Button secondary working={say.removing}>
              {say.remove}
            </Button>
          </ConsoleForm>
        )}
      </div>
    </ConsolePage>
  );
}

function labelsOf(language: Language): Record<string, string> {
  const words = consoleCopy[language];
  const { title, starts_on, ends_on, target, what, n } = words.form;
  const { phase, owner, needs, juncture, outcome, measure, progress } = words;
  return {
    title,
    starts_on,
    ends_on,
    target,
    what,
    n,
    phase,
    owner,
    needs,
    juncture,
    outcome,
    measure,
    progress,
  };
}

function errorText({ code }: FieldError, { frame, circle, options, title }: TacticFormProps): string {
  const { language } = frame.shell;
  const { errors } = consoleCopy[language];
  const template = (errors as Record<string, string>)[code] ?? errors.missing;
  const nameOf = (id: string) => options.needs.find(({ value }) => value === id)?.label ?? title ?? '';
  return message(template, { circle: circle.map(nameOf).join(' → ') }, language);
}

function Fields(props: TacticFormProps) {
  const { frame, values, errors, options } = props;
  const { language } = frame.shell;
  const words = consoleCopy[language];
  const say = words.form;
  const labels = labelsOf(language);
  const of = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return {
      ...{ name, language, value: values[name] ?? '', label: labels[name] ?? '' },
      error: error ? errorText(error, props) : null,
    };
  };
  const none = { value: '', label: say.none };
  const day = (name: string): Child => (
    <FieldFrame {...of(name)}>
      <input id={name} name={name} type="date" value={values[name] ?? ''} {...ariaOf(of(name))} />
    </FieldFrame>
  );
  return (
    <>
      <TextField {...of('title')} hint={say.titleHint} />
      <Select {...of('phase')} optional options={[none, ...options.phases]} />
      {day('starts_on')}
      {day('ends_on')}
      <Select
        {...of('owner')}
        optional
        hint={say.ownerHint}
        options={[{ value: '', label: words.nobody }, ...options.owners]}
      />
      <Select {...of('juncture')} optional options={[none, ...options.junctures]} />
      {options.needs.length > 0 && <Needs {...props} error={of('needs').error} />}
      <TextArea {...of('outcome')} rows={3} optional />
      <Select {...of('measure')} optional hint={say.measureHint} options={[none, ...options.measures]} />
      <TextField {...of('target')} optional inputmode="numeric" width="short" />
      <TextField {...of('what')} optional />
      <TextField {...of('n')} optional inputmode="numeric" width="short" />
      <Select
        {...of('progress')}
        options={progresses.map((value) => ({ value, label: words.progresses[value] }))}
      />
    </>
  );
}

function Needs({ frame, options, needs, error }: TacticFormProps & { error: string | null }) {
  const words = consoleCopy[frame.shell.language];
  return (
    <fieldset
      id="needs"
      class={error ? 'choices wrong' : 'choices'}
      aria-describedby={error ? 'needs-error' : undefined}
    >
      <legend>{words.needs}</legend>
      <p class="hint">{words.form.needsHint}</p>
      {error && (
        <p class="error" id="needs-error">
          {error}
        </p>
      )}
      {options.needs.map(({ value, label }) => (
        <div class="tick">
          <input
            id={`need-${value}`}
            name="needs"
            type="checkbox"
            value={value}
            checked={needs.includes(value)}
          />
          <label for={`need-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}
