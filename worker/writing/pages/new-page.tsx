import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { PlainConsolePage, SignedIn } from '../../../web/console/console-page.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { newCopy } from './new-copy.ts';

export const askedFor = ['city', 'zips', 'council', 'council-email', 'name', 'ask', 'email'] as const;

export type NewPageProps = {
  shell: Shell;
  formToken: string;
  organizer: string;
  isOwner: boolean;
  values: Record<string, string>;
  errors: Record<string, string>;
  examples: Record<string, string>;
  /** The usual time zones in words. */
  zones: { value: string; label: string }[];
  campaigns: { slug: string; name: string }[];
  /** What is wrong in a file or a copy, with its place. */
  problems: { where: string; words: string }[];
};

export function NewPage(props: NewPageProps) {
  const { shell, formToken, organizer, isOwner, errors, problems, campaigns } = props;
  const words = newCopy[shell.language];
  const lines = Object.entries(errors).map(([name, text]) => ({ href: `#${name}`, text }));
  return (
    <PlainConsolePage
      shell={shell}
      title={words.title}
      isError={lines.length > 0}
      masthead={
        <SignedIn shell={shell} formToken={formToken}>
          {organizer}
        </SignedIn>
      }
    >
      <div class="flow">
        <ErrorSummary language={shell.language} lines={lines} />
        <h1>{words.title}</h1>
        <p>{isOwner ? words.lead : words.onlyOwners}</p>
        {isOwner && (
          <p>
            {words.city} <a href={linkFrom(shell, '/organize/new-city')}>{words.cityLink}</a>
          </p>
        )}
        <Problems lead={words.file.problems} problems={problems} />
        {isOwner && <Questions {...props} />}
        {isOwner && campaigns.length > 0 && <Copy {...props} />}
        {isOwner && <FromFile {...props} />}
      </div>
    </PlainConsolePage>
  );
}

/** What is wrong in a kit, each with its place. */
export function Problems({ lead, problems }: { lead: string; problems: NewPageProps['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <section class="notice" id="problems">
      <p>{lead}</p>
      <ul>
        {problems.map(({ where, words: said }) => (
          <li class="address">
            <b>{where}</b>: {said}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ shell, formToken, values, errors, examples, zones }: NewPageProps) {
  const { language } = shell;
  const { questions: words, start, starting, languages } = newCopy[language];
  const field = (name: string) => ({
    name,
    language,
    value: values[name] ?? '',
    error: errors[name] ?? null,
  });
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <ConsoleForm shell={shell} formToken={formToken} action="/organize/new" class="flow">
        <input type="hidden" name="by" value="questions" />
        {askedFor.map((name) => (
          <TextField
            {...field(name)}
            label={words[name]}
            hint={message(words.such, { example: words.examples[name] ?? examples[name] ?? '' }, language)}
            type={name.endsWith('email') ? 'email' : 'text'}
          />
        ))}
        <h3>{words.settings}</h3>
        <p>{words.settingsLead}</p>
        <Select
          {...field('language')}
          label={words.language}
          hint={words.languageHint}
          value={values.language ?? language}
          options={(['en', 'es', 'both'] as const).map((value) => ({ value, label: languages[value] }))}
        />
        <FieldFrame {...field('closes')} label={words.closes} hint={words.halfAYear} optional>
          <input
            id="closes"
            name="closes"
            type="date"
            value={values.closes ?? ''}
            {...ariaOf({ ...field('closes'), label: words.closes, hint: words.halfAYear })}
          />
        </FieldFrame>
        <Select
          {...field('time-zone')}
          label={words['time-zone']}
          hint={words.zoneHint}
          options={[{ value: '', label: words.usualZone }, ...zones]}
        />
        <TextField {...field('other-zone')} label={words.otherZone} optional />
        <Button working={starting}>{start}</Button>
      </ConsoleForm>
    </section>
  );
}

function Copy({ shell, formToken, values, errors, campaigns }: NewPageProps) {
  const { language } = shell;
  const { copy: words, start, starting } = newCopy[language];
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <ConsoleForm shell={shell} formToken={formToken} action="/organize/new" class="flow">
        <input type="hidden" name="by" value="copy" />
        <Select
          name="from"
          label={words.from}
          language={language}
          value={values.from ?? ''}
          options={campaigns.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={errors.from ?? null}
        />
        <TextField
          name="new-name"
          label={words.name}
          language={language}
          value={values['new-name'] ?? ''}
          error={errors['new-name'] ?? null}
        />
        <Button secondary working={starting}>
          {start}
        </Button>
      </ConsoleForm>
    </section>
  );
}

function FromFile({ shell, formToken, errors }: NewPageProps) {
  const { language } = shell;
  const { file: words, start, starting } = newCopy[language];
  const error = errors.file ?? null;
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <ConsoleForm shell={shell} formToken={formToken} action="/organize/new" class="flow" isUpload>
        <input type="hidden" name="by" value="file" />
        <FieldFrame name="file" label={words.label} hint={words.hint} language={language} error={error}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".json,application/json"
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={error ? 'true' : undefined}
          />
        </FieldFrame>
        <Button secondary working={starting}>
          {start}
        </Button>
      </ConsoleForm>
    </section>
  );
}
