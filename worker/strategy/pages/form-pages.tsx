import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, Checkbox, FieldFrame, Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { evidenceKinds, influences, positions, stakeholderKinds, tieKinds } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { StrategyPage, type StrategyProps } from './frame.tsx';

type Option = { value: string; label: string };

/** What the form holds, and what is wrong with it. */
export type Filled = {
  values: Record<string, string>;
  errors: readonly FieldError[];
  notice: string | null;
};

type FormPageProps = Omit<StrategyProps, 'today'> & Filled & { action: string; seen?: string };

/** The labels of the fields, also for the summary of errors. */
type Labels = Record<string, string>;

function FormPage(
  props: FormPageProps & {
    title: string;
    back: { href: string; label: string };
    labels: Labels;
    before?: Child;
    children: Child;
  },
) {
  const { frame, errors, notice, labels, back } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <StrategyPage {...props} here={null} isError={errors.length > 0 || notice !== null}>
      <ErrorSummary
        language={language}
        lines={errors.map((error) => ({
          href: `#${error.field}`,
          text: `${labels[error.field] ?? ''}: ${errorText(error, language)}`,
        }))}
      />
      <p class="small">
        <a href={linkFrom(shell, back.href)}>{back.label}</a>
      </p>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {props.before}
      <ConsoleForm shell={shell} formToken={frame.formToken} action={props.action} class="fields column">
        {props.seen !== undefined && <input type="hidden" name="seen" value={props.seen} />}
        {props.children}
        <Button working={words.form.saving}>{words.form.save}</Button>
      </ConsoleForm>
    </StrategyPage>
  );
}

function errorText({ code }: FieldError, language: Language): string {
  const { errors } = consoleCopy[language];
  return (errors as Record<string, string>)[code] ?? errors.missing;
}

function fieldsOf({ frame, values, errors }: FormPageProps, labels: Labels) {
  const { language } = frame.shell;
  return (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return {
      ...{ name, language, value: values[name] ?? '', label: labels[name] ?? '' },
      error: error ? errorText(error, language) : null,
    };
  };
}

type StakeholderFormProps = FormPageProps & {
  /** Of the one that is changed; null for a new one. */
  name: string | null;
  backPath: string;
  languages: readonly Language[];
  seats: readonly Option[];
};

export function StakeholderForm(props: StakeholderFormProps) {
  const { frame, name, languages, seats, values } = props;
  const { language } = frame.shell;
  const words = consoleCopy[language];
  const say = words.form;
  const labelIn = (what: string, one: Language) =>
    languages.length === 1 ? what : message(say.in, { what, language: say.languages[one] }, language);
  const labels: Labels = {
    ...Object.fromEntries(
      languages.flatMap((one) => [
        [`name.${one}`, labelIn(say.name, one)],
        [`about.${one}`, labelIn(say.about, one)],
      ]),
    ),
    ...{ kind: say.kind, seat: say.seat },
  };
  const of = fieldsOf(props, labels);
  const back = name === null ? say.back : message(say.backTo, { name }, language);
  return (
    <FormPage
      {...props}
      title={name === null ? say.add : message(say.edit, { name }, language)}
      back={{ href: props.backPath, label: back }}
      labels={labels}
    >
      {languages.map((one, i) => (
        <TextField {...of(`name.${one}`)} hint={i === 0 ? say.nameHint : undefined} optional={i > 0} />
      ))}
      {languages.map((one) => (
        <TextField {...of(`about.${one}`)} optional />
      ))}
      <Select
        {...of('kind')}
        options={[
          ...(values.kind ? [] : [{ value: '', label: say.choose }]),
          ...stakeholderKinds.map((value) => ({ value, label: words.kinds[value] })),
        ]}
      />
      {seats.length > 0 && (
        <Select
          {...of('seat')}
          hint={say.seatHint}
          optional
          options={[{ value: '', label: say.noSeat }, ...seats]}
        />
      )}
      <Checkbox {...of('target')} label={say.target} checked={values.target === 'yes'} />
      <Checkbox {...of('agent')} label={say.agent} checked={values.agent === 'yes'} />
    </FormPage>
  );
}

type AboutProps = FormPageProps & { name: string; backPath: string };

export function EvidenceForm(props: AboutProps) {
  const { frame, name, backPath, values } = props;
  const { language } = frame.shell;
  const words = consoleCopy[language];
  const say = words.evidence;
  const labels: Labels = {
    ...{ kind: say.kind, on: say.on, support: say.support, influence: say.influence },
    ...{ said_by: say.saidBy, what: say.what, link: say.link },
  };
  const of = fieldsOf(props, labels);
  const silent = { value: '', label: say.silent };
  const on = of('on');
  return (
    <FormPage
      {...props}
      title={message(say.title, { name }, language)}
      back={{ href: backPath, label: message(words.form.backTo, { name }, language) }}
      labels={labels}
    >
      <Select
        {...of('kind')}
        options={[
          ...(values.kind ? [] : [{ value: '', label: words.form.choose }]),
          ...evidenceKinds.map((value) => ({ value, label: words.evidenceKinds[value] })),
        ]}
      />
      <FieldFrame {...on}>
        <input id="on" name="on" type="date" value={on.value} {...ariaOf(on)} />
      </FieldFrame>
      <Select
        {...of('support')}
        hint={say.supportHint}
        options={[silent, ...positions.map((value) => ({ value, label: words.positions[value] }))]}
      />
      <Select
        {...of('influence')}
        options={[
          silent,
          ...influences.map((one) => ({ value: String(one), label: words.influences[one] ?? '' })),
        ]}
      />
      <TextField {...of('said_by')} hint={say.saidByHint} />
      <TextArea {...of('what')} rows={3} optional />
      <TextField {...of('link')} optional />
    </FormPage>
  );
}

type TieFormProps = AboutProps & {
  others: readonly Option[];
  /** What was searched for. */
  found: string;
};

export function TieForm(props: TieFormProps) {
  const { frame, name, backPath, values, others, found, action } = props;
  const { language } = frame.shell;
  const words = consoleCopy[language];
  const say = words.tie;
  const labels: Labels = { kind: say.kind, other: say.other };
  const of = fieldsOf(props, labels);
  return (
    <FormPage
      {...props}
      title={message(say.title, { name }, language)}
      back={{ href: backPath, label: message(words.form.backTo, { name }, language) }}
      labels={labels}
      before={
        <form action={action} method="get" class="fields column">
          <input type="hidden" name="lang" value={language} />
          <TextField name="name" label={words.list.find} language={language} error={null} value={found} />
          <Button secondary>{words.list.found}</Button>
        </form>
      }
    >
      <Select
        {...of('kind')}
        hint={message(say.kindHint, { name }, language)}
        options={[
          ...(values.kind ? [] : [{ value: '', label: words.form.choose }]),
          ...tieKinds.map((value) => ({ value, label: words.ties[value] })),
        ]}
      />
      {others.length === 0 && <p>{say.none}</p>}
      <Select {...of('other')} hint={say.otherHint} options={[...others]} />
    </FormPage>
  );
}
