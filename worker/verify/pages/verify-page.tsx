import assets from '../../../web/assets.gen.json';
import { Button } from '../../../web/components/button.tsx';
import { FieldFrame, TextArea } from '../../../web/components/field.tsx';
import { WordList } from '../../../web/components/word-list.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import { reportCopy } from './report-copy.ts';
import type { ReportWords } from './report-words.ts';

export type VerifyPageProps = {
  shell: Shell;
  /** The address of the page with what it is about. */
  href: string;
  /** From whose statements somebody came here. */
  action: { slug: string; title: string } | null;
  /** Verifier keys, one a line. */
  keys: string;
  /** The names with which keys of the log and of certificates begin; null where there are none. */
  keyNames: { log: string; certificates: string | null };
  terms: { heading: string; list: [string, string][] };
  docsPath: string;
  text: string;
  /** Of a form that was sent without the script. */
  report: ReportWords | null;
};

export function VerifyPage(props: VerifyPageProps) {
  const { shell, href, action, keys, text, report } = props;
  const { language } = shell;
  const words = copy[language];
  return (
    <Layout shell={shell} title={words.title} description={words.description} script={assets.verifyJs}>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p data-script="without">{words.withoutScript}</p>
        <p data-script="with" hidden>
          {words.withScript}
        </p>
        <form
          id="verify"
          class="flow"
          method="post"
          action={`${linkFrom(shell, href)}#result`}
          enctype="multipart/form-data"
          data-words={JSON.stringify(reportCopy[language])}
          data-titles={action ? JSON.stringify({ [action.slug]: action.title }) : undefined}
        >
          <FieldFrame
            name="files"
            label={words.files}
            hint={words.filesHint}
            language={language}
            error={null}
          >
            <input id="files" name="files" type="file" multiple aria-describedby="files-hint" />
          </FieldFrame>
          <div data-script="without">
            <FieldFrame name="second" label={words.second} language={language} error={null}>
              <input id="second" name="second" type="file" />
            </FieldFrame>
          </div>
          <TextArea name="text" label={words.text} language={language} value={text} rows={6} error={null} />
          <TextArea
            name="keys"
            label={words.keys}
            hint={keys === '' ? words.noKeys : keysHint(props)}
            language={language}
            value={keys}
            rows={3}
            error={null}
          />
          <Button working={words.working}>{words.button}</Button>
        </form>
        <section id="result" class="flow" aria-live="polite">
          {report && <Result {...report} />}
        </section>
        <WordList {...props.terms} />
        <h2>{words.compare}</h2>
        <p>{words.compareText}</p>
        <h2>{words.limits}</h2>
        <ul>
          {words.limitsText.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>
          <a href={props.docsPath}>{words.docs}</a>
        </p>
        <p>
          <a href={linkFrom(shell, '/log')}>{words.log}</a>
        </p>
        {action && (
          <p>
            <a href={linkFrom(shell, `/statements/${action.slug}`)}>
              {message(words.statements, { title: action.title }, language)}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}

function keysHint({ shell: { language }, keyNames }: VerifyPageProps): string {
  const words = copy[language];
  const { log, certificates } = keyNames;
  return [
    words.keysHint,
    message(words.keyOfLog, { name: log }, language),
    ...(certificates ? [message(words.keyOfCertificates, { name: certificates }, language)] : []),
  ].join(' ');
}

/** As the script writes it too. */
function Result({ heading, lines }: ReportWords) {
  return (
    <>
      <h2 tabindex={-1}>{heading}</h2>
      <ul>
        {lines.map(({ state, label, text }) => (
          <li class={state}>
            <strong>{label}: </strong>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
