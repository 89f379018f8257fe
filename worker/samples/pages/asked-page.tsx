import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { askedCopy } from './asked-copy.ts';

export type AskedPageProps = {
  shell: Shell;
  href: string;
  title: string;
  name: string;
  isOpen: boolean;
  answer: 'yes' | 'no' | null;
  /** The last day; null before the mails went. */
  until: string | null;
  /** They have just said that they want no such question. */
  isRefused: boolean;
  ownHref: string;
  sampleHref: string;
};

/** One question with two buttons, for somebody who was drawn. */
export function AskedPage(props: AskedPageProps) {
  const { shell, title, name, isOpen, answer, until, isRefused } = props;
  const { language } = shell;
  const words = askedCopy[language];
  const heading = isOpen ? words.title : words.closed;
  const dated = (template: string) =>
    message(template, { date: until ? formatDate(until, language) : '' }, language);
  return (
    <Layout shell={shell} title={heading} noindex>
      <div class="flow column">
        {answer && <Notice news>{words.said[answer]}</Notice>}
        {isRefused && <Notice news>{words.neverText}</Notice>}
        <h1>{heading}</h1>
        <p class="lead">{message(words.who, { title, name }, language)}</p>
        {isOpen ? (
          <>
            <p>{words.why}</p>
            <Buttons {...props} />
            <p>{dated(answer ? words.change : words.until)}</p>
          </>
        ) : (
          <p>{words.closedText}</p>
        )}
        {answer === 'no' && <p>{words.withdraw}</p>}
        <p>
          <a href={linkFrom(shell, props.ownHref)}>{words.ownLink}</a>
        </p>
        <p>
          <a href={linkFrom(shell, props.sampleHref)}>{words.more}</a>
        </p>
        {!isRefused && (
          <form method="post" action={linkFrom(shell, props.href)}>
            <Button secondary name="answer" value="never" working={words.working}>
              {words.never}
            </Button>
          </form>
        )}
      </div>
    </Layout>
  );
}

function Buttons({ shell, href }: AskedPageProps) {
  const words = askedCopy[shell.language];
  return (
    <form class="flow" method="post" action={linkFrom(shell, href)}>
      <p>
        <Button name="answer" value="yes" working={words.working}>
          {words.yes}
        </Button>
      </p>
      <p>
        <Button name="answer" value="no" working={words.working}>
          {words.no}
        </Button>
      </p>
    </form>
  );
}
