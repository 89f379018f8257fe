import { formatNumber, type Language, message } from '../../web/language.ts';
import type { ActionKinds } from '../actions/kind.ts';
import {
  type CheckError,
  type CheckField,
  checkOfCounts,
  type PaperCheck,
  parseCheck,
  washingtonPairs,
} from '../actions/paper-check-rules.ts';
import { paperCheckLines } from '../actions/paper-check-words.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { paperActions } from './page-parts.tsx';
import { checkCopy } from './pages/check-copy.ts';
import { CheckPage } from './pages/check-page.tsx';
import { saveCheck, storedCheck, versionOf } from './save-check.ts';
import type { PaperAction } from './sheet-store.ts';

/** A check of a sample of lines: what somebody found is entered, and projected by a state's formula. */
export function checkRoutes(console: ConsoleRouter, kinds: ActionKinds): void {
  console.get('/paper/check', 'look-at-paper', async (c) => {
    const { chosen } = await paperActions(c, kinds);
    return chosen ? checkPage(c, chosen) : refuse(c, 'not-found');
  });
  console.post('/paper/check', 'enter-check', async (c) => {
    const { chosen } = await paperActions(c, kinds);
    return chosen ? takeCheck(c, chosen) : refuse(c, 'not-found');
  });
}

type Given = { errors?: Map<CheckField, CheckError>; isChanged?: boolean };

async function checkPage(
  c: ConsoleContext,
  action: PaperAction,
  { errors = new Map(), isChanged }: Given = {},
) {
  const [frame, counts] = await Promise.all([consoleFrame(c), storedCheck(c.var.deps.db, action.id)]);
  const check = checkOfCounts(counts);
  const { language } = c.var;
  const page = (
    <CheckPage
      frame={frame}
      petition={{ slug: action.slug, title: action.title[language] }}
      result={check && [...paperCheckLines(check, language), ...washingtonLine(check, language)]}
      seen={versionOf(counts)}
      mayEnter={c.var.may('enter-check')}
      values={{ ...(check && valuesOf(check)), ...c.var.form.values }}
      errors={errors}
      isChanged={isChanged === true}
    />
  );
  return c.html(page, isChanged ? 409 : errors.size > 0 ? 422 : 200);
}

async function takeCheck(c: ConsoleContext, action: PaperAction) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { seen = '', decision } = form.values;
  const isRemoved = decision === 'remove';
  if (!/^\d{1,10}$/.test(seen) || (!isRemoved && decision !== 'save')) return refuse(c, 'bad-request');
  const parsed = isRemoved ? { check: null } : parseCheck(form.values);
  if ('errors' in parsed) return checkPage(c, action, { errors: parsed.errors });
  const by = { campaign, action, actor: organizer.id, now, seen: Number(seen) };
  const done = await saveCheck(deps, parsed.check, by);
  if (!done.ok) return checkPage(c, action, { isChanged: true });
  return c.redirect(
    withDone(consolePath(campaign, `/paper/check?petition=${action.slug}`), done.value.id),
    303,
  );
}

function washingtonLine(check: PaperCheck, language: Language): string[] {
  if (check.method !== 'washington') return [];
  const most = Math.floor(washingtonPairs(check.lines, check.required, check.first));
  const words = checkCopy[language];
  return [
    most < 0 ? words.noPairs : message(words.pairsAllowed, { n: formatNumber(most, language) }, language),
  ];
}

/** The check that stands, as it would be typed. */
function valuesOf({ method, by, lines, required, first, second }: PaperCheck): Record<string, string> {
  const ofSample = (name: string, sample: PaperCheck['second']) =>
    Object.entries(sample ?? {}).map(([key, n]) => [`${name}_${key}`, String(n)]);
  return {
    ...{ method, by, lines: String(lines), required: required > 0 ? String(required) : '' },
    ...Object.fromEntries([...ofSample('first', first), ...ofSample('second', second)]),
  };
}
