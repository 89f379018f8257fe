import type { Child } from 'hono/jsx';
import assets from '../../../web/assets.gen.json';
import { Code } from '../../../web/components/code.tsx';
import { Terms } from '../../../web/components/terms.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import { type Field, Fields, type Operation, OperationPart } from './operation.tsx';

export type DevelopersPageProps = {
  shell: Shell;
  /** Without a trailing slash. */
  site: string;
  reference: {
    operations: Operation[];
    webhooks: { name: string; summary: string; fields: Field[]; example: string }[];
  };
  /** How many signatures a key may send in a day. */
  keyADay: number;
};

export function DevelopersPage(props: DevelopersPageProps) {
  const { shell, reference } = props;
  const { language } = shell;
  const words = copy[language];
  return (
    <Layout
      shell={shell}
      title={words.title}
      description={words.lead}
      head={<link rel="stylesheet" href={assets.reports} />}
    >
      <div class="flow developers">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{filled(words.document, <a href="/openapi.json">/openapi.json</a>)}</p>
        <h2>{words.start.heading}</h2>
        <ul>
          {[words.start.reading, words.start.balance, words.start.signing, words.start.retry].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <Key {...props} />
        <h2>{words.errors.heading}</h2>
        <p>{words.errors.text}</p>
        <h2>{words.operations}</h2>
        {reference.operations.map((operation) => (
          <OperationPart operation={operation} language={language} />
        ))}
        <Webhooks {...props} />
        <Embeds {...props} />
      </div>
    </Layout>
  );
}

/** A sentence with an element in its one placeholder. */
function filled(template: string, part: Child) {
  const [before = '', after = ''] = template.split(/\{\w+\}/);
  return (
    <>
      {before}
      {part}
      {after}
    </>
  );
}

function Key({ shell, keyADay }: DevelopersPageProps) {
  const words = copy[shell.language].key;
  const count = formatNumber(keyADay, shell.language);
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <p>{filled(words.how, <code>Authorization: Bearer YOUR-KEY</code>)}</p>
      <p>{message(words.limit, { count }, shell.language)}</p>
      <p>{words.answer}</p>
    </>
  );
}

const verifying = `import { Webhook } from 'standardwebhooks';

// The body as it came, before anything has parsed it.
const event = new Webhook(process.env.WEBHOOK_SECRET).verify(body, headers);`;

function Webhooks({ shell, reference }: DevelopersPageProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <>
      <h2 id="webhooks">{words.webhooks.heading}</h2>
      <p>{words.webhooks.text}</p>
      <p>{words.webhooks.personal}</p>
      <p>{words.webhooks.retries}</p>
      <p>{words.webhooks.verify}</p>
      <Code label="standardwebhooks" text={verifying} />
      {reference.webhooks.map(({ name, summary, fields, example }) => (
        <section class="flow operation">
          <h3>
            <code>{name}</code>
          </h3>
          <p lang="en">{summary}</p>
          <Code label={`${words.example}: ${name}`} text={example} />
          <Fields
            caption={name}
            fields={fields.map((field) => ({ ...field, isRequired: false }))}
            language={language}
          />
        </section>
      ))}
    </>
  );
}

function Embeds({ shell, site }: DevelopersPageProps) {
  const words = copy[shell.language].embeds;
  const events: [name: string, meaning: string][] = [
    ['undersigned:ready', words.ready],
    ['undersigned:signed', words.signed],
    ['undersigned:resize', words.resize],
  ];
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <Terms of={events} />
      <p>{words.oembed}</p>
      <Code label="oEmbed" text={`curl "${site}/oembed?url=${site}/petitions/PETITION"`} />
    </>
  );
}
