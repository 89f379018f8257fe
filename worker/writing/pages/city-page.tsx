import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { PlainConsolePage, SignedIn } from '../../../web/console/console-page.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { cityCopy } from './city-copy.ts';
import { newCopy } from './new-copy.ts';
import { Problems } from './new-page.tsx';

export type CityPageProps = {
  shell: Shell;
  formToken: string;
  organizer: string;
  isOwner: boolean;
  values: Record<string, string>;
  errors: Record<string, string>;
  kinds: { value: string; label: string }[];
  campaigns: { slug: string; name: string }[];
  problems: { where: string; words: string }[];
};

export function CityPage(props: CityPageProps) {
  const { shell, formToken, organizer, isOwner, errors, problems } = props;
  const words = cityCopy[shell.language];
  const labels: Record<string, string> = words.fields;
  const lines = Object.entries(errors).map(([name, text]) => ({
    href: `#${name}`,
    text: labels[name] === undefined ? text : `${labels[name]}: ${text}`,
  }));
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
        <p>{isOwner ? words.lead : newCopy[shell.language].onlyOwners}</p>
        <Problems lead={words.problems} problems={problems} />
        {isOwner && <Questions {...props} />}
        <p>
          <a href={linkFrom(shell, '/organize/new')}>{words.other}</a>
        </p>
      </div>
    </PlainConsolePage>
  );
}

function Questions({ shell, formToken, values, errors, kinds, campaigns }: CityPageProps) {
  const { language } = shell;
  const words = cityCopy[language];
  type Name = keyof typeof words.fields;
  const field = (name: Name) => ({
    name,
    language,
    label: words.fields[name],
    value: values[name] ?? '',
    error: errors[name] ?? null,
  });
  const text = (name: Name & keyof typeof words.hints, optional = false) => (
    <TextField
      {...field(name)}
      hint={words.hints[name]}
      optional={optional}
      type={name.endsWith('email') ? 'email' : 'text'}
    />
  );
  const file = { ...field('file'), hint: words.hints.file };
  const vote = field('budget-vote');
  return (
    <ConsoleForm shell={shell} formToken={formToken} action="/organize/new-city" class="flow" isUpload>
      <Select
        {...field('from')}
        options={[
          { value: 'template', label: words.template },
          ...campaigns.map(({ slug, name }) => ({ value: `campaign ${slug}`, label: name })),
          { value: 'file', label: words.fromFile },
        ]}
      />
      <FieldFrame {...file} optional>
        <input id="file" name="file" type="file" accept=".json,application/json" {...ariaOf(file)} />
      </FieldFrame>
      {text('city')}
      <Select {...field('kind')} options={kinds} />
      {text('districts', true)}
      {text('at-large', true)}
      {text('council', true)}
      {text('council-email')}
      <TextArea {...field('committees')} hint={words.hints.committees} rows={3} optional />
      {text('zips')}
      {text('email')}
      <Select
        {...field('language')}
        options={(['both', 'en', 'es'] as const).map((value) => ({ value, label: words.languages[value] }))}
      />
      <FieldFrame {...vote} optional>
        <input id={vote.name} name={vote.name} type="date" value={vote.value} {...ariaOf(vote)} />
      </FieldFrame>
      <Button working={words.starting}>{words.start}</Button>
    </ConsoleForm>
  );
}
