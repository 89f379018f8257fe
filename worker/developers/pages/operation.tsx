import { Code } from '../../../web/components/code.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { Language } from '../../../web/language.ts';
import { copy } from './copy.ts';

export type Field = { name: string; type: string; isRequired: boolean; text: string };

export type Operation = {
  method: 'GET' | 'POST';
  path: string;
  summary: string;
  description: string | null;
  takesKey: boolean;
  parameters: Field[];
  body: Field[];
  answer: Field[];
  responses: { status: string; text: string }[];
  curl: string;
};

export function OperationPart({ operation, language }: { operation: Operation; language: Language }) {
  const words = copy[language];
  const { method, path, summary, description, takesKey, parameters, body, answer, responses, curl } =
    operation;
  return (
    <section class="flow operation">
      <h3>
        <code>
          {method} {path}
        </code>
      </h3>
      <p lang="en">{summary}</p>
      {description && <p lang="en">{description}</p>}
      {takesKey && <p>{words.takesKey}</p>}
      <Code label={`${words.example}: ${method} ${path}`} text={curl} />
      <details>
        <summary>
          {words.fields}
          <span class="unseen">
            : {method} {path}
          </span>
        </summary>
        <div class="flow">
          <Fields caption={`${words.parameters}: ${path}`} fields={parameters} language={language} />
          <Fields caption={`${words.body}: ${method} ${path}`} fields={body} language={language} />
          <Fields
            caption={`${words.answer}: ${method} ${path}`}
            fields={answer.map(asGiven)}
            language={language}
          />
          <Table
            caption={words.responses}
            columns={[{ label: words.columns.status }, { label: words.columns.text }]}
            rows={responses.map(({ status, text }) => [status, <span lang="en">{text}</span>])}
          />
        </div>
      </details>
    </section>
  );
}

/** Fields of an answer are never required: the reader does not send them. */
const asGiven = (field: Field): Field => ({ ...field, isRequired: false });

export function Fields({
  caption,
  fields,
  language,
}: {
  caption: string;
  fields: Field[];
  language: Language;
}) {
  const { columns } = copy[language];
  if (fields.length === 0) return null;
  return (
    <Table
      wide
      caption={caption}
      columns={[{ label: columns.name }, { label: columns.type }, { label: columns.text }]}
      rows={fields.map(({ name, type, isRequired, text }) => [
        <code>{name}</code>,
        <>
          <code>{type}</code>
          {isRequired && <span class="small"> {columns.required}</span>}
        </>,
        <span lang="en">{text}</span>,
      ])}
    />
  );
}
