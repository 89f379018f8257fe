import type { Child } from 'hono/jsx';
import { Code } from '../../../web/components/code.tsx';
import { Held } from '../../../web/components/held.tsx';
import { NumberTable } from '../../../web/components/number-table.tsx';
import { WordList } from '../../../web/components/word-list.tsx';
import { formatDate, formatNumber, type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { checkCommands, docsPath, downloadCommands } from '../command-rules.ts';
import type { Statement } from '../rules/statement.ts';
import { termWords } from '../term-rules.ts';
import { copy } from './copy.ts';

export type StatementPageProps = {
  shell: Shell;
  /** The address of all statements of the action. */
  href: string;
  title: string;
  statement: Statement;
  endsOn: string;
  index: number;
  /** The size of the log now. */
  logSize: number;
  vkey: string;
  publicUrl: string;
  /** Names of places by their code. */
  placeNames: Record<string, string>;
  rollup: ShownRollup | null;
};

/** The cities of a state that are added up, by the names that they have now. */
export type ShownRollup = {
  statePath: string;
  sum: number;
  cities: { name: string; signatures: number; statements: NamedStatement[] }[];
  /** Their names. */
  leftOut: string;
};

type NamedStatement = { href: string; action: string; week: string; leaf: string };

const stateOrder = ['confirmed', 'unconfirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated'] as const;

/** One statement as a person reads it. */
export function StatementPage(props: StatementPageProps) {
  const { shell, href, statement, endsOn } = props;
  const { language } = shell;
  const words = copy[language].one;
  const title = message(words.title, { date: formatDate(endsOn, language) }, language);
  const { confirmed } = statement.account;
  return (
    <Layout shell={shell} title={title}>
      <div class="flow">
        <h1>{title}</h1>
        <p class="lead">{message(words.lead, { n: confirmed, title: props.title }, language)}</p>
        <div class="beside">
          <div class="flow">
            <Numbers {...props} />
          </div>
          <div class="flow">
            <h2>{words.proves}</h2>
            <p>{words.provesText}</p>
            <p>{words.provesSums}</p>
            <h2>{words.not}</h2>
            <p>{words.notText}</p>
            <Check {...props} />
          </div>
        </div>
        <h2>{words.record}</h2>
        <Held rows={recordOf(props)} />
        <WordList {...termWords[language]} />
        <p>
          <a href={linkFrom(shell, href)}>{words.all}</a>
        </p>
      </div>
    </Layout>
  );
}

function Numbers({ shell, statement, placeNames, rollup }: StatementPageProps) {
  const { language } = shell;
  const words = copy[language].one;
  const { account, places, paper, corrections } = statement;
  const row = (label: string, n: number) => ({ label, value: formatNumber(n, language) });
  const named: Record<string, string> = { outside: words.outside, unknown: words.unknown, ...placeNames };
  const byPlace = Object.entries(places.by).toSorted(([, a], [, b]) => b - a);
  const lines = Object.values(paper ?? {}).reduce((sum, n) => sum + n, 0);
  const corrected = corrections.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <h2>{words.account}</h2>
      <NumberTable
        caption={words.accountCaption}
        heads={[words.status, words.number]}
        rows={stateOrder.map((state) => row(words.states[state], account[state]))}
        total={row(words.states.received, account.received)}
      />
      {account.confirmed > 0 && (
        <>
          <h2>{words.places}</h2>
          <NumberTable
            caption={words.placesCaption}
            heads={[words.place, words.number]}
            rows={[
              ...byPlace.map(([code, n]) => row(named[code] ?? code, n)),
              ...(places.fewer > 0 ? [row(words.fewer, places.fewer)] : []),
            ]}
            total={row(words.states.confirmed, account.confirmed)}
          />
        </>
      )}
      {corrected > 0 && <p>{message(words.corrected, { n: corrected }, language)}</p>}
      {lines > 0 && <p>{message(words.paper, { n: lines }, language)}</p>}
      {statement.paper_check && <p>{paperCheckText(statement.paper_check, language)}</p>}
      {rollup && <Rollup shell={shell} rollup={rollup} />}
      {statement.samples && (
        <p>
          <a href={linkFrom(shell, `/samples/${statement.action}`)}>{words.samples}</a>
        </p>
      )}
    </>
  );
}

function Rollup({ shell, rollup }: { shell: Shell; rollup: ShownRollup }) {
  const { language } = shell;
  const words = copy[language].one.rollup;
  const numbers = (n: number) => formatNumber(n, language);
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <NumberTable
        caption={words.caption}
        heads={[words.city, words.signatures]}
        rows={rollup.cities.map(({ name, signatures }) => ({ label: name, value: numbers(signatures) }))}
        total={{ label: words.sum, value: numbers(rollup.sum) }}
      />
      {rollup.leftOut !== '' && <p>{message(words.leftOut, { cities: rollup.leftOut }, language)}</p>}
      <p>
        <a href={linkFrom(shell, rollup.statePath)}>{words.link}</a>
      </p>
    </>
  );
}

function paperCheckText(
  { method, lines, first, second }: NonNullable<Statement['paper_check']>,
  language: Language,
): string {
  const { paperCheck, methods } = copy[language].one;
  const { valid, pairs } = first;
  const values = {
    ...{ lines: formatNumber(lines, language), sampled: formatNumber(first.sampled, language), valid, pairs },
    ...{ second: second ? 1 : 0, method: methods[method as 'oregon'] ?? method },
  };
  return message(paperCheck, values, language);
}

function Check({ shell, href, statement, publicUrl, logSize, index }: StatementPageProps) {
  const { language } = shell;
  const words = copy[language].one;
  const { action, week } = statement;
  const file = `${href}/${week}`;
  return (
    <>
      <h2>{words.check}</h2>
      <p>{words.checkLead}</p>
      <ul>
        <li>
          <a href={`${file}.json`}>{words.files.json}</a>
        </li>
        <li>
          <a href={`${file}.tlog-proof`}>{words.files.proof}</a>
        </li>
        <li>
          <a href="/log/keys">{words.files.keys}</a>
        </li>
      </ul>
      <ul>
        <li>
          <a href={linkFrom(shell, `/verify?action=${action}`)}>{words.checkHere}</a>
        </li>
        <li>
          <a href={`/log/consistency?from=${index + 1}&to=${logSize}`}>{words.earlierLog}</a>
        </li>
        <li>
          <a href={linkFrom(shell, '/log')}>{words.log}</a>
        </li>
        <li>
          <a href={linkFrom(shell, `${href}/tile`)}>{words.tree}</a>
        </li>
      </ul>
      <p>{words.commandsLead}</p>
      <Commands title={words.download} text={downloadCommands({ site: publicUrl, action, week })} />
      {checkCommands.map(({ tool, text }) => (
        <Commands title={message(words.with, { tool }, language)} text={text} />
      ))}
      <p>
        <a href={docsPath}>{words.docs}</a>
      </p>
    </>
  );
}

function Commands({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <Code label={title} text={text} />
    </details>
  );
}

function recordOf({ shell, statement, index, vkey, rollup }: StatementPageProps): [string, Child][] {
  const { language } = shell;
  const words = copy[language].one;
  return [
    [words.index, formatNumber(index, language)],
    [words.leaves, leavesOf(statement, language)],
    [words.root, <code>{statement.members.root}</code>],
    ...statement.texts.map(({ version, sha256 }): [string, Child] => [
      message(words.texts, { version }, language),
      <code>{sha256}</code>,
    ]),
    [words.rules, <code>{statement.rules_sha256}</code>],
    ...(rollup?.cities ?? []).flatMap(({ name, statements }) =>
      statements.map(({ href, action, week, leaf }): [string, Child] => [
        message(words.rollup.named, { city: name, action, week }, language),
        <a href={linkFrom(shell, href)}>
          <code>{leaf}</code>
        </a>,
      ]),
    ),
    [words.key, <code>{vkey}</code>],
  ];
}

function leavesOf({ members: { size, added, removed } }: Statement, language: Language): string {
  return message(
    copy[language].one.leavesValue,
    { size: formatNumber(size, language), added, removed },
    language,
  );
}
