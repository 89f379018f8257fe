import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { checkCopy } from './check-copy.ts';

export type CheckPageProps = {
  frame: ConsoleFrame;
  petition: { slug: string; title: string };
  /** What the check that stands says, in sentences; null without one. */
  result: string[] | null;
  seen: number;
  mayEnter: boolean;
  values: Record<string, string>;
  errors: ReadonlyMap<string, keyof typeof checkCopy.en.errors>;
  isChanged: boolean;
};

export function CheckPage(props: CheckPageProps) {
  const { frame, petition, result, errors, isChanged } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = checkCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={errors.size > 0 || isChanged}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={[...errors].map(([field, error]) => ({ href: `#${field}`, text: words.errors[error] }))}
        />
        <p>
          <a
            href={linkFrom(
              shell,
              `/organize/campaigns/${frame.campaign.slug}/paper?petition=${petition.slug}`,
            )}
          >
            {words.back}
          </a>
        </p>
        <h1>{words.title}</h1>
        {isChanged && (
          <p class="notice" role="status">
            {words.changed}
          </p>
        )}
        <p>{message(words.lead, { title: petition.title }, language)}</p>
        <section class="flow" aria-labelledby="result">
          <h2 id="result">{words.result}</h2>
          {result ? result.map((line) => <p>{line}</p>) : <p>{words.none}</p>}
        </section>
        {props.mayEnter && <CheckForm {...props} />}
      </div>
    </ConsolePage>
  );
}

const samples = ['first', 'second'] as const;

function CheckForm({ frame, petition, result, seen, values, errors }: CheckPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = checkCopy[language];
  const value = (name: string) => values[name] ?? '';
  const number = (name: string, label: string, hint?: string) => {
    const error = errors.get(name);
    return (
      <TextField
        {...{ name, label, hint, language, value: value(name) }}
        inputmode="numeric"
        width="short"
        autocomplete="off"
        error={error ? words.errors[error] : null}
      />
    );
  };
  return (
    <ConsoleForm
      shell={shell}
      formToken={frame.formToken}
      action={`/organize/campaigns/${frame.campaign.slug}/paper/check`}
      class="flow by-method"
    >
      <h2>{words.enter}</h2>
      <input type="hidden" name="petition" value={petition.slug} />
      <input type="hidden" name="seen" value={String(seen)} />
      <Select
        {...{ name: 'method', label: words.method, hint: words.methodHint, language }}
        value={value('method')}
        options={optionsOf(words.methods)}
        error={null}
      />
      <Select
        {...{ name: 'by', label: words.by, language, value: value('by') }}
        options={optionsOf(words.who)}
        error={null}
      />
      {number('lines', words.lines, words.linesHint)}
      <div class="not-california">{number('required', words.required, words.requiredHint)}</div>
      {samples.map((name) => (
        <fieldset class={name === 'second' ? 'flow only-oregon' : 'flow'}>
          <legend>{words.samples[name]}</legend>
          {number(`${name}_sampled`, words.sampled)}
          {number(`${name}_valid`, words.valid)}
          {number(`${name}_pairs`, words.pairs, words.pairsHint)}
        </fieldset>
      ))}
      <p class="choices">
        <Button name="decision" value="save" working={words.working}>
          {words.save}
        </Button>
        {result && (
          <Button name="decision" value="remove" secondary working={words.working}>
            {words.remove}
          </Button>
        )}
      </p>
    </ConsoleForm>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
