import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { ChangeRow } from '../change-rows.ts';
import type { LeftOverShown } from '../parents.ts';
import { Diff } from './diff.tsx';
import { previewCopy } from './preview-copy.ts';
import { PublishForm, type PublishProps } from './publish-form.tsx';
import { writeCopy } from './write-copy.ts';

export type Refused = keyof (typeof writeCopy)['en']['refused'];

/** A problem in the reader's language, with where it is and where it is mended. */
export type ProblemLine = { where: string; words: string; href: string | null };

export type DraftProps = {
  version: number;
  saved: { when: string; who: string };
  rows: ChangeRow[];
  /** Of all changes; `rows` has the first of them. */
  count: number;
  problems: ProblemLine[];
  /** What is public has changed meanwhile; the rows are those that both changed. */
  moved: { conflicts: ChangeRow[] } | null;
  link: { url: string; until: string } | null;
  failed: { when: string; lines: string[] } | null;
  publish: PublishProps;
};

export type WritePageProps = {
  frame: ConsoleFrame;
  /** False before the first publishing. */
  isPublic: boolean;
  /** The latest version; null where none was kept. */
  shown: { number: number; when: string } | null;
  draft: DraftProps | null;
  refused: Refused | null;
  errors: { href: string; text: string }[];
  /** What a draft still says of the place that it was taken from. */
  leftOver: LeftOverShown | null;
};

export const pathIn = ({ campaign }: ConsoleFrame, path: string) =>
  `/organize/campaigns/${campaign.slug}${path}`;

export function WritePage(props: WritePageProps) {
  const { frame, isPublic, shown, draft, refused, errors } = props;
  const { shell } = frame;
  const words = writeCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={refused !== null || errors.length > 0}>
      <div class="flow">
        <ErrorSummary language={shell.language} lines={errors} />
        <h1>{words.title}</h1>
        <p>{isPublic ? words.lead : words.notPublic}</p>
        {refused && <Notice news>{words.refused[refused]}</Notice>}
        {isPublic && (
          <p>
            <a href={linkFrom(shell, `/campaigns/${frame.campaign.slug}`)}>{words.site}</a>
          </p>
        )}
        <Links frame={frame} hasKit={shown !== null || draft !== null} />
        {!shown && !draft && <p>{words.noKit}</p>}
        {shown && !draft && <p>{message(words.nothing, shown, shell.language)}</p>}
        {shown && !draft && shown.number > 1 && <GoBack frame={frame} number={shown.number - 1} />}
        {props.leftOver && <LeftOver language={shell.language} leftOver={props.leftOver} />}
        {draft && <Draft frame={frame} isPublic={isPublic} draft={draft} />}
      </div>
    </ConsolePage>
  );
}

function Links({ frame, hasKit }: { frame: ConsoleFrame; hasKit: boolean }) {
  const { shell } = frame;
  const { links } = writeCopy[shell.language];
  const all = [
    ...(hasKit ? [{ path: '/write/edit', label: links.edit }] : []),
    ...(hasKit ? [{ path: '/write/see', label: previewCopy[shell.language].see }] : []),
    ...(hasKit ? [{ path: '/write/history', label: links.history }] : []),
    { path: '/write/kit', label: links.kit },
    ...(frame.role === 'owner' ? [{ path: '/write/actions', label: links.actions }] : []),
  ];
  return (
    <nav class="desk-links" aria-label={writeCopy[shell.language].title}>
      <ul>
        {all.map(({ path, label }) => (
          <li>
            <a href={linkFrom(shell, pathIn(frame, path))}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LeftOver({ language, leftOver }: { language: Language; leftOver: LeftOverShown }) {
  const words = writeCopy[language].leftOver;
  const { city, texts, more, shares } = leftOver;
  return (
    <Notice>
      {texts.length > 0 && (
        <>
          <p>{message(words.texts, { city, n: texts.length + more }, language)}</p>
          <ul>
            {texts.map((where) => (
              <li>{where}</li>
            ))}
            {more > 0 && <li>{message(words.more, { n: more }, language)}</li>}
          </ul>
        </>
      )}
      {shares.map((where) => (
        <p>{message(words.shares, { where }, language)}</p>
      ))}
    </Notice>
  );
}

/** The way back from the latest publishing. */
function GoBack({ frame, number }: { frame: ConsoleFrame; number: number }) {
  const { shell, formToken } = frame;
  const words = writeCopy[shell.language].goBack;
  return (
    <section class="flow" id="go-back">
      <h2>{words.heading}</h2>
      <p>{message(words.lead, { number }, shell.language)}</p>
      <ConsoleForm
        shell={shell}
        formToken={formToken}
        action={pathIn(frame, `/write/history/${number}/restore`)}
      >
        <Button secondary>{message(words.button, { number }, shell.language)}</Button>
      </ConsoleForm>
    </section>
  );
}

type Props = { frame: ConsoleFrame; draft: DraftProps };

function Draft({ frame, isPublic, draft }: Props & { isPublic: boolean }) {
  const { language } = frame.shell;
  const words = writeCopy[language];
  const { saved, failed, moved } = draft;
  return (
    <>
      <p class="hint">{message(words.saved, saved, language)}</p>
      {failed && (
        <Notice>
          <p>{message(words.failed, { when: failed.when }, language)}</p>
          <ul>
            {failed.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {moved && <Moved frame={frame} draft={draft} conflicts={moved.conflicts} />}
      {isPublic && <Changes language={language} draft={draft} />}
      <Problems frame={frame} draft={draft} />
      <PublishForm frame={frame} version={draft.version} publish={draft.publish} />
      <PrivateLink frame={frame} draft={draft} />
      {isPublic && <ThrowAway frame={frame} draft={draft} />}
    </>
  );
}

function Changes({
  language,
  draft: { rows, count },
}: {
  language: Language;
  draft: Pick<DraftProps, 'rows' | 'count'>;
}) {
  const words = writeCopy[language];
  return (
    <section class="flow">
      <h2>
        {words.changes}
        {count > 0 && <> ({message(words.count, { n: count }, language)})</>}
      </h2>
      {count === 0 && <p>{words.same}</p>}
      <Diff language={language} rows={rows} />
      {count > rows.length && <p>{message(words.more, { shown: rows.length, n: count }, language)}</p>}
    </section>
  );
}

function ThrowAway({ frame, draft }: Props) {
  const words = writeCopy[frame.shell.language].throwAway;
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <ConsoleForm
        shell={frame.shell}
        formToken={frame.formToken}
        action={pathIn(frame, '/write/thrown-away')}
      >
        <input type="hidden" name="seen" value={draft.version} />
        <Button secondary>{words.button}</Button>
      </ConsoleForm>
    </section>
  );
}

function Moved({ frame, draft, conflicts }: Props & { conflicts: ChangeRow[] }) {
  const { shell } = frame;
  const words = writeCopy[shell.language].moved;
  return (
    <section class="flow notice" id="moved">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      {conflicts.length > 0 && <p>{words.conflicts}</p>}
      <Diff language={shell.language} rows={conflicts} />
      <ConsoleForm shell={shell} formToken={frame.formToken} action={pathIn(frame, '/write/take-in')}>
        <input type="hidden" name="seen" value={draft.version} />
        {conflicts.length === 0 ? (
          <Button>{words.button}</Button>
        ) : (
          <p class="choices">
            <Button name="there" value="ours">
              {words.keepOurs}
            </Button>
            <Button name="there" value="public" secondary>
              {words.takeTheirs}
            </Button>
          </p>
        )}
      </ConsoleForm>
    </section>
  );
}

function Problems({ frame, draft: { problems } }: Props) {
  const { shell } = frame;
  const words = writeCopy[shell.language].problems;
  if (problems.length === 0) return <p>{words.fine}</p>;
  return (
    <section class="flow" id="problems">
      <h2>{words.heading}</h2>
      <ul>
        {problems.map(({ where, words: said, href }) => (
          <li class="address">
            <b>{where}</b>: {said}
            {href && (
              <>
                {' '}
                <a href={linkFrom(shell, href)}>{words.edit}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PrivateLink({ frame, draft: { link } }: Props) {
  const { shell, formToken } = frame;
  const words = writeCopy[shell.language].link;
  const until = link?.until ?? '';
  return (
    <section class="flow" id="link">
      <h2>{words.heading}</h2>
      <p>{link ? message(words.lead, { when: until }, shell.language) : words.none}</p>
      {link && (
        <p class="address">
          <a href={link.url}>{link.url}</a>
        </p>
      )}
      <ConsoleForm shell={shell} formToken={formToken} action={pathIn(frame, '/write/link')}>
        <p class="choices">
          <Button name="decision" value="make" secondary>
            {link ? words.again : words.make}
          </Button>
          {link && (
            <Button name="decision" value="end" secondary>
              {words.end}
            </Button>
          )}
        </p>
      </ConsoleForm>
    </section>
  );
}
