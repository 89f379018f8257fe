import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { SharedText } from '../../../web/components/shared-text.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { NameProblem } from '../name-rules.ts';
import type { Waiting } from '../rules.ts';
import { copy } from './copy.ts';

type EndPageProps = {
  shell: Shell;
  name: string;
  /** At the first try. */
  right: number;
  questions: number;
  form: { action: string; state: string; typed: string; problem: NameProblem | null };
  waiting: Waiting;
  site: string;
  href: string;
  /** The kit's own text, in which the address replaces `{link}`; null where it has none. */
  share: string | null;
};

/** The end of the training: the form for the certificate, and a text to share. */
export function EndPage(props: EndPageProps) {
  const { shell, form, right, questions, waiting } = props;
  const { language } = shell;
  const words = copy[language];
  const error = form.problem && words.errors[form.problem];
  return (
    <Layout shell={shell} title={words.end.title} noindex isError={error !== null}>
      <div class="flow column">
        <ErrorSummary language={language} lines={error ? [{ href: '#name', text: error }] : []} />
        <p class="small">{props.name}</p>
        <h1>{words.end.title}</h1>
        <p class="lead">{message(words.end.score, { right, of: questions }, language)}</p>
        <p>{words.end.lead}</p>
        {waiting.n > 0 && <p>{message(words.waiting, waiting, language)}</p>}
        <h2>{words.end.heading}</h2>
        <form class="fields" id="certificate" method="post" action={linkFrom(shell, form.action)} novalidate>
          <input type="hidden" name="state" value={form.state} />
          <TextField
            name="name"
            label={words.end.name}
            hint={words.end.nameHint}
            language={language}
            value={form.typed}
            autocomplete="name"
            error={error}
          />
          <Button name="step" value="make" working={words.working}>
            {words.end.button}
          </Button>
        </form>
        <Share {...props} />
      </div>
    </Layout>
  );
}

function Share({ shell, site, href, share }: EndPageProps) {
  const { language } = shell;
  const words = copy[language].end;
  const address = site + href;
  return (
    <section class="flow" aria-labelledby="share">
      <h2 id="share">{words.share}</h2>
      <SharedText
        label={share === null ? words.link : words.shareText}
        text={share?.replaceAll('{link}', address) ?? address}
        language={language}
      />
    </section>
  );
}
