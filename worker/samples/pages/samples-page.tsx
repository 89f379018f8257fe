import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, Select, TextField } from '../../../web/components/field.tsx';
import type { FieldError } from '../../../web/components/field-errors.ts';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, formatNumber, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Shows } from '../interval-rules.ts';
import { type SampleState, sizeAtLeast } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { shareWords } from './told-words.ts';

export type SamplesPageProps = {
  frame: ConsoleFrame;
  href: string;
  samples: { id: number; title: string; state: SampleState; size: number }[];
  mayAnnounce: boolean;
  petitions: { slug: string; title: string; confirmed: number }[];
  days: readonly number[];
  shows: Shows[];
  /** The last day of this week. */
  weekEndsOn: string;
  values: Record<string, string>;
  errors: FieldError[];
};

export function SamplesPage(props: SamplesPageProps) {
  const { frame, href, samples, errors } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const { columns } = words;
  return (
    <ConsolePage frame={frame} title={words.title} isError={errors.length > 0}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={errors.map((error) => ({ href: `#${error.field}`, text: errorWords(props, error) }))}
        />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ConsoleList
          shell={shell}
          caption={words.caption}
          empty={words.empty}
          columns={[
            { label: columns.sample },
            { label: columns.petition },
            { label: columns.status },
            { label: columns.size, numeric: true },
          ]}
          rows={samples.map(({ id, title, state, size }) => [
            <a href={linkFrom(shell, `${href}/${id}`)}>{id}</a>,
            <bdi>{title}</bdi>,
            words.states[state],
            formatNumber(size, language),
          ])}
        />
        {props.mayAnnounce &&
          (props.petitions.length > 0 ? <AnnounceForm {...props} /> : <p>{words.nothing}</p>)}
        <WhatItShows {...props} />
      </div>
    </ConsolePage>
  );
}

function errorWords({ frame }: SamplesPageProps, { code }: FieldError): string {
  const { errors } = consoleCopy[frame.shell.language];
  return errors[code as keyof typeof errors] ?? errors['changed-meanwhile'];
}

function AnnounceForm(props: SamplesPageProps) {
  const { frame, href, petitions, days, values, errors } = props;
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const { fields } = words;
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return error ? errorWords(props, error) : null;
  };
  const described = (name: string) => ({ name, language, error: errorOf(name), value: values[name] ?? '' });
  const seedOn = {
    ...described('seed_on'),
    label: fields.seedOn,
    hint: message(fields.seedOnHint, { date: formatDate(props.weekEndsOn, language) }, language),
  };
  return (
    <ConsoleForm shell={shell} formToken={formToken} action={href} class="flow">
      <h2>{words.announce}</h2>
      <Select
        {...described('petition')}
        label={fields.petition}
        options={petitions.map((one) => optionOf(one, language))}
      />
      <TextField
        {...described('size')}
        label={fields.size}
        hint={fields.sizeHint}
        inputmode="numeric"
        width="short"
        autocomplete="off"
      />
      <TextField {...described('source')} label={fields.source} hint={fields.sourceHint} autocomplete="off" />
      <FieldFrame {...seedOn}>
        <input id="seed_on" name="seed_on" type="date" value={seedOn.value} {...ariaOf(seedOn)} />
      </FieldFrame>
      <Select
        {...described('days')}
        label={fields.days}
        value={values.days ?? '14'}
        options={days.map((n) => ({ value: String(n), label: String(n) }))}
      />
      <Button working={words.working}>{words.button}</Button>
    </ConsoleForm>
  );
}

/** With how many signatures count now: of so few everybody is asked, whatever the size. */
function optionOf({ slug, title, confirmed }: SamplesPageProps['petitions'][number], language: Language) {
  const values = { title, n: confirmed, all: confirmed <= sizeAtLeast ? 'yes' : 'no' };
  return { value: slug, label: message(consoleCopy[language].fields.counting, values, language) };
}

function WhatItShows({ frame, shows }: SamplesPageProps) {
  const { language } = frame.shell;
  const words = consoleCopy[language].shows;
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        caption={words.caption}
        columns={[
          { label: words.columns.size, numeric: true },
          { label: words.columns.half },
          { label: words.columns.all },
        ]}
        rows={shows.map(({ size, halfWidth, ifAllSayYes }) => [
          formatNumber(size, language),
          message(words.half, { half: shareWords(halfWidth, language) }, language),
          message(words.all, { all: shareWords(ifAllSayYes, language) }, language),
        ])}
      />
    </>
  );
}
