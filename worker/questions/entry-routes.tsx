import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { orNull } from '../platform/crypto/keyring.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { knownValue, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { openAsker } from './ask.ts';
import { type AskedQuestion, findAsked } from './asked-store.ts';
import { editEntry, publishEntry } from './decide.ts';
import {
  asEntryKind,
  type Entry,
  type EntryKind,
  type EntryText,
  isSameText,
  mostEntries,
  parseEntry,
  valuesOf,
} from './entry-rules.ts';
import { countEntries, entriesQuery, findEntry } from './entry-store.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { EntryPage, type EntryPageProps } from './pages/entry-page.tsx';
import { writtenEntry } from './shown.ts';

type Extra = Partial<Pick<EntryPageProps, 'values' | 'errors' | 'notice' | 'meanwhile' | 'seen'>> & {
  status?: 200 | 409 | 422;
};
type Shown = Pick<EntryPageProps, 'action' | 'what' | 'kind' | 'theirs' | 'seen'>;

async function show(c: ConsoleContext, shown: Shown, { status = 200, ...extra }: Extra) {
  const { campaign, now } = c.var;
  const today = dateIn(campaign.timeZone, now);
  const page = (
    <EntryPage
      frame={await consoleFrame(c)}
      backPath={consolePath(campaign, '/questions')}
      languages={campaign.languages}
      meanwhile={null}
      notice={null}
      errors={[]}
      values={{ answered_on: today }}
      {...shown}
      {...extra}
    />
  );
  return c.html(page, status);
}

function parsed({ var: { campaign, form, now } }: ConsoleContext, kind: EntryKind) {
  const { timeZone, languages } = campaign;
  return parseEntry(form.values, { kind, languages, timeZone, today: dateIn(timeZone, now) });
}

/** A question of this campaign that waits. */
async function findWaiting(c: ConsoleContext): Promise<AskedQuestion | null> {
  const asked = await findAsked(c.var.deps.db, c.req.param('question') ?? '');
  return asked?.campaignId === c.var.campaign.id && asked.state === 'waiting' ? asked : null;
}

async function shownAnswer(c: ConsoleContext, asked: AskedQuestion): Promise<Shown> {
  const asker = await orNull(openAsker(c.var.deps.keyring, asked));
  return {
    ...{ what: 'answer', kind: 'question', theirs: asker?.text ?? null, seen: String(asked.decisions) },
    action: consolePath(c.var.campaign, `/questions/${asked.id}/answer`),
  };
}

export async function answerPage(c: ConsoleContext) {
  const asked = await findWaiting(c);
  return asked ? show(c, await shownAnswer(c, asked), {}) : refuse(c, 'gone');
}

export async function saveAnswer(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const words = consoleCopy[language].form;
  const asked = await findWaiting(c);
  const lost = () =>
    show(
      c,
      { ...newShown(c, 'question'), what: 'answer' },
      { values: form.values, notice: words.gone, status: 409 },
    );
  if (!asked) return lost();
  const text = parsed(c, 'question');
  const shown = await shownAnswer(c, asked);
  if (!text.ok) return show(c, shown, { values: form.values, errors: text.error, status: 422 });
  if (await isFull(c)) return show(c, shown, { values: form.values, notice: words.full, status: 409 });
  const seen = /^\d{1,9}$/.test(form.values.seen ?? '') ? Number(form.values.seen) : -1;
  const done = await publishEntry(deps, {
    ...{ kind: 'question', text: text.value, asked: { id: asked.id, campaignId: campaign.id, seen } },
    ...{ campaign, actor: organizer.id, now },
  });
  if (!done.ok) return lost();
  return c.redirect(withDone(consolePath(campaign, '/questions'), done.value.id), 303);
}

async function isFull({ var: { deps, campaign } }: ConsoleContext): Promise<boolean> {
  return (await countEntries(deps.db, campaign.id)) >= mostEntries;
}

/** A form that was sent before, such as after a step back in the browser. */
async function isShown({ var: { deps, campaign } }: ConsoleContext, kind: EntryKind, text: EntryText) {
  const entries = await runQuery(deps.db, entriesQuery(deps.db, knownValue(campaign.id)));
  return entries.some((one) => one.kind === kind && one.state === 'shown' && isSameText(text, one));
}

function newShown({ var: { campaign } }: ConsoleContext, kind: EntryKind): Shown {
  const query = kind === 'myth' ? '?kind=myth' : '';
  return {
    ...{ what: kind, kind, theirs: null, seen: '0' },
    action: consolePath(campaign, `/new-question-entry${query}`),
  };
}

export function newEntryPage(c: ConsoleContext) {
  return show(c, newShown(c, asEntryKind(c.req.query('kind'))), {});
}

export async function saveNew(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const kind = asEntryKind(c.req.query('kind'));
  const text = parsed(c, kind);
  const shown = newShown(c, kind);
  if (!text.ok) return show(c, shown, { values: form.values, errors: text.error, status: 422 });
  const by = { campaign, actor: organizer.id, now };
  const done = (await isFull(c))
    ? null
    : await publishEntry(deps, { ...by, kind, text: text.value, asked: null });
  if (!done?.ok) {
    if (await isShown(c, kind, text.value)) return c.redirect(consolePath(campaign, '/questions'), 303);
    return show(c, shown, { values: form.values, notice: consoleCopy[language].form.full, status: 409 });
  }
  return c.redirect(withDone(consolePath(campaign, '/questions'), done.value.id), 303);
}

function shownEdit({ var: { campaign } }: ConsoleContext, entry: Entry): Shown {
  return {
    ...{ what: 'edit', kind: entry.kind, theirs: null, seen: String(entry.version) },
    action: consolePath(campaign, `/question-entries/${entry.id}`),
  };
}

function findOwn(c: ConsoleContext): Promise<Entry | null> {
  return findEntry(c.var.deps.db, c.var.campaign.id, c.req.param('entry') ?? '');
}

export async function editPage(c: ConsoleContext) {
  const entry = await findOwn(c);
  return entry ? show(c, shownEdit(c, entry), { values: valuesOf(entry) }) : refuse(c, 'not-found');
}

export async function saveEdit(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const entry = await findOwn(c);
  if (!entry) return refuse(c, 'not-found');
  const { values } = form;
  const text = parsed(c, entry.kind);
  const shown = { ...shownEdit(c, entry), seen: values.seen ?? '' };
  if (!text.ok) return show(c, shown, { values, errors: text.error, status: 422 });
  if (isSameText(text.value, entry)) {
    return show(c, shownEdit(c, entry), { values, notice: consoleCopy[language].form.unchanged });
  }
  const by = { campaign, actor: organizer.id, now };
  const done =
    values.seen === String(entry.version) ? await editEntry(deps, { ...by, entry, text: text.value }) : null;
  if (done?.ok) return c.redirect(withDone(consolePath(campaign, '/questions'), done.value.id), 303);
  const current = (await findOwn(c)) ?? entry;
  const meanwhile = writtenEntry(current, language, campaign);
  return show(c, shownEdit(c, current), { values, meanwhile, status: 409 });
}
