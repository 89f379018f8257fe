import assets from '../../../web/assets.gen.json';
import { Button } from '../../../web/components/button.tsx';
import { FieldFrame, TextArea } from '../../../web/components/field.tsx';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import type { ReportWords } from './report-copy.ts';

export type VerifyPageProps = {
  shell: Shell;
  /** Verifier keys, one a line. */
  keys: string;
  text: string;
  /** Of a form that was sent without the script. */
  report: ReportWords | null;
};

export function VerifyPage({ shell, keys, text, report }: VerifyPageProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <Layout
      shell={shell}
      title={words.title}
      description={words.description}
      head={<script defer src={assets.verifyJs} />}
    >
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
          action={linkFrom(shell, '/verify')}
          enctype="multipart/form-data"
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
            hint={keys === '' ? words.noKeys : words.keysHint}
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
        <h2>{words.compare}</h2>
        <p>{words.compareText}</p>
        <h2>{words.limits}</h2>
        <ul>
          {words.limitsText.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    </Layout>
  );
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
