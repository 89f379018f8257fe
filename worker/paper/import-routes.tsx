import { formatNumber, formatShortInstant, message } from '../../web/language.ts';
import type { ActionKinds } from '../actions/kind.ts';
import { groupSources, sourceOf } from '../coalition/rules.ts';
import { listSources } from '../coalition/store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { runQuery } from '../platform/query.ts';
import { readCsv } from '../platform/text/csv-rules.ts';
import { decodeText } from '../platform/text/decode-rules.ts';
import { makeInboxKey } from '../signatures/keys.ts';
import {
  type Columns,
  guessColumns,
  importFields,
  type Platform,
  platforms,
  type ReadRow,
  readRows,
} from './import-rules.ts';
import { importSignatures } from './import-signatures.ts';
import { countKnown, importsQuery } from './import-store.ts';
import { changedPage, paperActions } from './page-parts.tsx';
import { importCopy } from './pages/import-copy.ts';
import { type FoundProps, ImportPage } from './pages/import-page.tsx';
import type { PaperAction } from './sheet-store.ts';

const mostBytes = 1024 * 1024;
const mostRows = 5000;
/** With fewer rows, the number of those already here would say something about single people. */
const enoughToTell = 10;

/** A CSV from another platform: it is read and shown, then imported as one act. */
export function importRoutes(console: ConsoleRouter, kinds: ActionKinds): void {
  console.get('/paper/import', 'import-signatures', async (c) => {
    const { chosen } = await paperActions(c, kinds);
    return chosen ? importPage(c, chosen, {}) : refuse(c, 'not-found');
  });
  console.post('/paper/import', 'import-signatures', (c) => takeFile(c, kinds), { limit: 3 * mostBytes });
}

type Shown = { error?: string | null; found?: FoundProps | null };

async function importPage(c: ConsoleContext, action: PaperAction, { error = null, found = null }: Shown) {
  const { deps, campaign, language } = c.var;
  const [frame, sources, imports] = await Promise.all([
    consoleFrame(c),
    listSources(deps.db, campaign.id),
    runQuery(deps.db, importsQuery(deps.db, action.id, 20)),
  ]);
  const values = valuesOf(c);
  return c.html(
    <ImportPage
      frame={frame}
      petition={action.slug}
      values={values}
      sources={groupSources(sources, { language, chosen: values.source })}
      error={error}
      found={found}
      imports={imports.map(({ startedAt, platform, n, state }) => ({
        when: formatShortInstant(startedAt, campaign.timeZone, language),
        platform,
        rows: n,
        state,
      }))}
    />,
    error === null ? 200 : 422,
  );
}

function valuesOf(c: ConsoleContext) {
  const { values } = c.var.form;
  return {
    platform: platforms.find((one) => one === values.platform) ?? ('other' as Platform),
    source: values.source ?? '',
    language: values.language === 'es' ? ('es' as const) : ('en' as const),
  };
}

async function takeFile(c: ConsoleContext, kinds: ActionKinds) {
  const { form, language } = c.var;
  const { chosen } = await paperActions(c, kinds);
  if (!chosen) return refuse(c, 'not-found');
  const words = importCopy[language].errors;
  const given = givenText(c);
  if ('error' in given) {
    const line = given.line ?? 0;
    return importPage(c, chosen, { error: message(words[given.error], { line }, language) });
  }
  const [heads = [], ...rows] = readCsv(given.text.trim());
  if (rows.length === 0) return importPage(c, chosen, { error: words.empty });
  if (rows.length > mostRows) return importPage(c, chosen, { error: words['too-large'] });
  const columns = columnsOf(c, heads);
  const isMatched = columns.email >= 0 && columns.zip >= 0 && (columns.given_name >= 0 || columns.name >= 0);
  const read = readRows(rows, columns);
  if (isMatched && form.values.decision === 'import' && read.good.length > 0) {
    return importAll(c, chosen, read.good);
  }
  const found = await foundOf(c, chosen, { ...read, heads, columns, text: given.text, all: rows.length });
  return importPage(c, chosen, { found, error: isMatched ? null : words.columns });
}

/** The file that was uploaded now, or the one that came with the form. */
function givenText(
  c: ConsoleContext,
): { text: string } | { error: 'missing' | 'too-large' | 'encoding'; line?: number } {
  const { values, files = {} } = c.var.form;
  const { file } = files;
  if (!file?.length) {
    const text = values.text ?? '';
    return text.trim() === '' ? { error: 'missing' } : { text };
  }
  if (file.length > mostBytes) return { error: 'too-large' };
  const decoded = decodeText(file);
  return decoded.text === null ? { error: 'encoding', line: decoded.line ?? 0 } : { text: decoded.text };
}

/** The columns as matched by hand, or by the headings of a new file. */
function columnsOf(c: ConsoleContext, heads: string[]): Columns {
  const { values } = c.var.form;
  const guessed = guessColumns(heads, valuesOf(c).platform);
  const entries = importFields.map((field) => {
    const chosen = values[field];
    const isColumn = chosen !== undefined && /^(-1|\d{1,3})$/.test(chosen) && Number(chosen) < heads.length;
    return [field, isColumn ? Number(chosen) : guessed[field]];
  });
  return Object.fromEntries(entries) as Columns;
}

type Read = ReturnType<typeof readRows> & Pick<FoundProps, 'heads' | 'columns' | 'text'> & { all: number };

async function foundOf(
  c: ConsoleContext,
  action: PaperAction,
  { good, bad, repeated, all, ...file }: Read,
): Promise<FoundProps> {
  const { deps, language } = c.var;
  const words = importCopy[language].found;
  const keys = await Promise.all(
    good.map(({ content }) => makeInboxKey(deps.keyring, action.id, content.email)),
  );
  const isFew = good.length < enoughToTell;
  const known = isFew ? 0 : await countKnown(deps.db, action.id, keys);
  const rows: [string, number][] = [
    [words.fresh, good.length - known],
    ...(isFew ? [] : [[words.known, known] as [string, number]]),
    [words.repeated, repeated],
    [words.bad, bad.length],
  ];
  return {
    ...file,
    bad,
    isFew,
    toInvite: good.length - known,
    table: {
      caption: words.heading,
      heads: [words.what, words.number],
      rows: rows.map(([label, n]) => ({ label, value: formatNumber(n, language) })),
      total: { label: words.total, value: formatNumber(all, language) },
    },
  };
}

async function importAll(c: ConsoleContext, action: PaperAction, rows: ReadRow[]) {
  const { deps, campaign, organizer, now } = c.var;
  const { platform, source, language } = valuesOf(c);
  const known = await listSources(deps.db, campaign.id);
  const given = { actionId: action.id, platform, source: sourceOf(source, known), language };
  const done = await importSignatures(deps, given, rows, { campaign, actor: organizer.id, now });
  if (!done.ok) return changedPage(c, '/paper/import');
  const path = consolePath(campaign, `/paper/import?petition=${action.slug}`);
  return c.redirect(withDone(path, done.value.id), 303);
}
