import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, Select, TextField } from '../../../web/components/field.tsx';
import type { FieldError } from '../../../web/components/field-errors.ts';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import { districtWords } from '../../../web/console/district-words.ts';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { ConditionValues } from '../condition-rules.ts';
import type { InvalidationState } from '../rules.ts';
import { copy } from './copy.ts';

type Option = { value: string; label: string };

export type ListedInvalidation = {
  id: string;
  conditions: string[];
  when: string;
  who: string;
  found: number;
  state: InvalidationState;
};

export type FormOptions = { petitions: Option[]; sources: Option[]; districts: Option[]; zone: string };

export type ListPageProps = {
  frame: ConsoleFrame;
  rows: ListedInvalidation[];
  pager: { next: string | null; first: string | null };
  options: FormOptions;
  values: ConditionValues & { petition?: string };
  errors: FieldError[];
};

export function ListPage({ frame, rows, pager, options, values, errors }: ListPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = copy[language];
  const { columns } = words.list;
  return (
    <ConsolePage frame={frame} title={words.title} isError={errors.length > 0}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={errors.map((error) => ({ href: `#${error.field}`, text: errorWords(frame, error) }))}
        />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {rows.length > 0 && (
          <ConsoleList
            shell={shell}
            caption={words.list.caption}
            columns={[
              { label: columns.what },
              { label: columns.when },
              { label: columns.found, numeric: true },
              { label: columns.state },
            ]}
            rows={rows.map((row) => [
              <a href={linkFrom(shell, pathTo(frame, `/${row.id}`))}>{row.conditions.join(' · ')}</a>,
              <span class="address">
                {message(words.list.by, { when: row.when, who: row.who }, language)}
              </span>,
              formatNumber(row.found, language),
              words.states[row.state],
            ])}
            pager={pager}
          />
        )}
        <CountForm frame={frame} options={options} values={values} errors={errors} />
      </div>
    </ConsolePage>
  );
}

export function pathTo({ campaign }: ConsoleFrame, path: string): string {
  return `/organize/campaigns/${campaign.slug}/invalidations${path}`;
}

function errorWords(frame: ConsoleFrame, { code }: FieldError): string {
  const words: Record<string, string> = copy[frame.shell.language].errors;
  return words[code] ?? copy[frame.shell.language].errors.other;
}

function CountForm({ frame, options, values, errors }: Omit<ListPageProps, 'rows' | 'pager'>) {
  const { language } = frame.shell;
  const words = copy[language].form;
  const field = (name: keyof ListPageProps['values']) => {
    const error = errors.find((one) => one.field === name);
    return { name, language, value: values[name] ?? '', error: error ? errorWords(frame, error) : null };
  };
  const any = (label: string, list: Option[]) => [{ value: '', label }, ...list];
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{words.hint}</p>
      <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={pathTo(frame, '')}>
        {options.petitions.length > 1 ? (
          <Select {...field('petition')} label={words.petition} options={options.petitions} />
        ) : (
          <input type="hidden" name="petition" value={options.petitions[0]?.value ?? ''} />
        )}
        <div class="two-columns">
          <div>
            <Select
              {...field('source')}
              label={words.source}
              options={any(words.anySource, options.sources)}
            />
            <Select
              {...field('district')}
              label={districtWords(words.district, frame)}
              options={any(districtWords(words.anyDistrict, frame), options.districts)}
            />
            <TimeField
              {...field('from')}
              label={words.from}
              hint={message(words.fromHint, { zone: options.zone }, language)}
            />
            <TimeField {...field('until')} label={words.until} />
          </div>
          <div>
            <TextField {...field('domain')} label={words.domain} hint={words.domainHint} />
            <TextField {...field('connection')} label={words.connection} hint={words.connectionHint} />
            <TextField {...field('name')} label={words.name} hint={words.nameHint} />
          </div>
        </div>
        <Button working={words.working}>{words.button}</Button>
      </ConsoleForm>
    </section>
  );
}

type TimeFieldProps = Parameters<typeof TextField>[0];

function TimeField(props: TimeFieldProps) {
  return (
    <FieldFrame {...props}>
      <input id={props.name} name={props.name} type="datetime-local" value={props.value} {...ariaOf(props)} />
    </FieldFrame>
  );
}
