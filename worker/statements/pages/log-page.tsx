import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { Held } from '../../../web/components/held.tsx';
import { chosenLanguage } from '../../../web/components/share-links.ts';
import { WordList } from '../../../web/components/word-list.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { docsPath } from '../command-rules.ts';
import { termWords } from '../term-rules.ts';
import { logCopy } from './log-copy.ts';

export type LogPageProps = {
  shell: Shell;
  /** The address without a slash at its end: `/log`, or `/statements/SLUG` of a member tree. */
  below: string;
  /** Of a member tree; null for the log. */
  action: { title: string; slug: string } | null;
  /** The number of entries. */
  size: number;
  /** The name and the key of the log. */
  name: string;
  vkey: string;
  /** The numbers that were asked for, if no proof can be given for them. */
  asked: { from: string; to: string } | null;
};

/** What is behind an address that programs read, for a person who opens it. */
export function LogPage(props: LogPageProps) {
  const { shell, action, size, asked } = props;
  const { language } = shell;
  const words = logCopy[language];
  const about = action ? words.tree : words.log;
  const title = message(about.title, { title: action?.title ?? '' }, language);
  const wrong = asked && message(words.wrong, { size: formatNumber(size, language) }, language);
  return (
    <Layout shell={shell} title={title} description={about.lead} isError={wrong !== null}>
      <div class="flow column">
        <ErrorSummary language={language} lines={wrong ? [{ href: '#from', text: wrong }] : []} />
        <h1>{title}</h1>
        <p class="lead">{about.lead}</p>
        <Held rows={rowsOf(props)} />
        <WordList {...termWords[language]} />
        {size > 0 && <Consistency {...props} wrong={wrong} />}
        <h2>{words.check}</h2>
        <ul>
          <li>
            <a href={linkFrom(shell, action ? `/verify?action=${action.slug}` : '/verify')}>
              {words.checkHere}
            </a>
          </li>
          <li>
            <a href={docsPath}>{words.docs}</a>
          </li>
          {action && (
            <li>
              <a href={linkFrom(shell, `/statements/${action.slug}`)}>
                {message(words.statements, { title: action.title }, language)}
              </a>
            </li>
          )}
        </ul>
      </div>
    </Layout>
  );
}

function rowsOf({ shell: { language }, below, action, size, name, vkey }: LogPageProps): [string, Child][] {
  const words = logCopy[language];
  const about = action ? words.tree : words.log;
  const ofLog: [string, Child][] = [
    [words.name, <code>{name}</code>],
    [words.key, <code>{vkey}</code>],
    [words.allKeys, <a href="/log/keys">/log/keys</a>],
    [words.head, <a href="/log/checkpoint">/log/checkpoint</a>],
  ];
  return [
    [about.size, formatNumber(size, language)],
    ...(action ? [] : ofLog),
    [words.tiles, size === 0 ? words.noTiles : <Tiles {...{ language, below, size }} />],
  ];
}

function Tiles({ language, below, size }: { language: Language; below: string; size: number }) {
  const file = size < 256 ? `000.p/${size}` : '000';
  const [start = '', between = '', end = ''] = logCopy[language].tilesText.split(/\{hashes\}|\{entries\}/);
  const link = (kind: string) => (
    <a href={`${below}/tile/${kind}/${file}`}>{`${below}/tile/${kind}/${file}`}</a>
  );
  return (
    <>
      {start}
      {link('0')}
      {between}
      {link('entries')}
      {end}
    </>
  );
}

function Consistency({ shell, below, size, asked, wrong }: LogPageProps & { wrong: string | null }) {
  const { language } = shell;
  const words = logCopy[language];
  const chosen = chosenLanguage(shell);
  return (
    <form class="fields" method="get" action={`${below}/consistency`}>
      {chosen !== '' && <input type="hidden" name="lang" value={chosen} />}
      <h2>{words.consistency}</h2>
      <p>{words.consistencyText}</p>
      <TextField
        {...{ name: 'from', label: words.from, language, value: asked?.from ?? '' }}
        inputmode="numeric"
        width="short"
        autocomplete="off"
        error={wrong}
      />
      <TextField
        {...{ name: 'to', label: words.to, language, value: asked ? asked.to : String(size) }}
        inputmode="numeric"
        width="short"
        autocomplete="off"
        error={null}
      />
      <p>
        <Button secondary>{words.button}</Button>
      </p>
    </form>
  );
}
