import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import type { AnswerWords } from '../words.ts';
import { answerCopy } from './answer-copy.ts';
import { AnswerFields, errorLines } from './answer-fields.tsx';
import { AnswerLines } from './answer-lines.tsx';

export type AnswerPageProps = {
  shell: Shell;
  /** The page's own path: its form is sent there. */
  href: string;
  committee: string;
  petition: { title: string; path: string };
  asks: { slug: string; text: string; asked: string; answer: AnswerWords | null; isMeanwhile: boolean }[];
  values: Record<string, string>;
  errors: FieldError[];
  notice: 'done' | 'unchanged' | null;
  /** Whether it asks if the link should really be replaced. */
  isReplacing: boolean;
};

/** Where a committee answers, by the mailed link. */
export function AnswerPage(props: AnswerPageProps) {
  const { shell, committee, petition, asks, notice, errors } = props;
  const { language } = shell;
  const words = answerCopy[language];
  const meanwhile = asks.find((ask) => ask.isMeanwhile);
  const fill = (template: string) => message(template, { committee, title: petition.title }, language);
  const lines = meanwhile
    ? [{ href: `#meanwhile-${meanwhile.slug}`, text: words.meanwhile }]
    : errorLines(errors, language);
  return (
    <Layout shell={shell} title={fill(words.title)} isError={lines.length > 0} noindex forStaff>
      <div class="flow">
        <ErrorSummary language={language} lines={lines} />
        {notice && <Notice news>{fill(words[notice])}</Notice>}
        {props.isReplacing && <AskToReplace {...props} />}
        <h1>{fill(words.title)}</h1>
        <p class="lead">{fill(asks.length > 0 ? words.lead : words.none)}</p>
        {asks.length > 0 && (
          <p>
            {fill(words.public)} {words.correct}
          </p>
        )}
        <p>
          <a href={linkFrom(shell, petition.path)}>{words.read}</a>
        </p>
        <div class="beside">
          {asks.length > 0 && <AnswerForm {...props} />}
          <ThisLink {...props} />
        </div>
      </div>
    </Layout>
  );
}

function AnswerForm({ shell, href, asks, values, errors }: AnswerPageProps) {
  const { language } = shell;
  const words = answerCopy[language];
  return (
    <form class="fields column" id="answers" method="post" action={linkFrom(shell, href)} novalidate>
      {asks.map(({ slug, text, asked, answer, isMeanwhile }) => (
        <section class="flow" aria-labelledby={`ask-${slug}`}>
          <h2 id={`ask-${slug}`}>{text}</h2>
          <p class="small">{asked}</p>
          {answer && (
            <div class="notice flow" id={isMeanwhile ? `meanwhile-${slug}` : undefined}>
              <p class="small">{isMeanwhile ? words.theirs : words.now}</p>
              <AnswerLines answer={answer} language={language} />
            </div>
          )}
          <div class="fields">
            <AnswerFields ask={slug} values={values} errors={errors} language={language} />
          </div>
        </section>
      ))}
      <Button working={words.working}>{words.button}</Button>
    </form>
  );
}

/** Its button sends the answers along, so that none that was chosen is lost. */
function ThisLink({ shell, href, committee, asks }: AnswerPageProps) {
  const words = answerCopy[shell.language].link;
  return (
    <details>
      <summary>{words.heading}</summary>
      <div class="flow">
        <p>{message(words.text, { committee }, shell.language)}</p>
        <form id="link" method="post" action={linkFrom(shell, `${href}/replace`)} />
        <p>
          <button
            class="button secondary"
            type="submit"
            form={asks.length > 0 ? 'answers' : 'link'}
            formaction={linkFrom(shell, `${href}/replace`)}
          >
            {words.button}
          </button>
        </p>
      </div>
    </details>
  );
}

function AskToReplace({ shell, href, asks }: AnswerPageProps) {
  const words = answerCopy[shell.language].link;
  return (
    <section class="notice flow" aria-labelledby="replace">
      <h2 id="replace">{words.ask}</h2>
      <p>{words.effect}</p>
      {asks.length > 0 && (
        <p>
          <a href="#answers">{words.first}</a>
        </p>
      )}
      <form method="post" action={linkFrom(shell, `${href}/replace`)}>
        <input type="hidden" name="sure" value="yes" />
        <Button secondary working={words.working}>
          {words.sure}
        </Button>
      </form>
    </section>
  );
}

type LinkProblemProps = {
  shell: Shell;
  about: 'replaced' | 'gone' | 'unknown';
  committee: string;
};

/** What became of a link that does not open the form. */
export function AnswerLinkPage({ shell, about, committee }: LinkProblemProps) {
  const words = answerCopy[shell.language].link;
  return (
    <Layout shell={shell} title={words[about]} noindex forStaff>
      <div class="flow">
        <h1>{words[about]}</h1>
        <p class="lead">{message(words[`${about}Text`], { committee }, shell.language)}</p>
      </div>
    </Layout>
  );
}
