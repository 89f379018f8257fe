import { formatShortInstant, message } from '../../web/language.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { orNull } from '../platform/crypto/keyring.ts';
import { longFormLimit } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { openAsker } from './ask.ts';
import { type AskedQuestion, waitingPageQuery } from './asked-store.ts';
import { hideQuestion, mergeQuestion, turnEntry } from './decide.ts';
import { answerPage, editPage, newEntryPage, saveAnswer, saveEdit, saveNew } from './entry-routes.tsx';
import type { Entry } from './entry-rules.ts';
import { entriesQuery, findEntry } from './entry-store.ts';
import { pagePath } from './links.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { QuestionsConsole, type WaitingRow } from './pages/console-page.tsx';
import { asHiddenReason, likeness } from './rules.ts';

const shownAtOnce = 15;
/** Of the answers that are there, so many are offered for a question. */
const offered = 15;

export function questionsRoutes(console: ConsoleRouter): void {
  console.get('/questions', 'read-questions', (c) => list(c));
  console.post('/questions/:question/decide', 'decide-questions', decide);
  console.get('/questions/:question/answer', 'answer-questions', answerPage);
  console.post('/questions/:question/answer', 'answer-questions', saveAnswer, { limit: longFormLimit });
  console.get('/new-question-entry', 'answer-questions', newEntryPage);
  console.post('/new-question-entry', 'answer-questions', saveNew, { limit: longFormLimit });
  console.get('/question-entries/:entry', 'answer-questions', editPage);
  console.post('/question-entries/:entry', 'answer-questions', saveEdit, { limit: longFormLimit });
  console.post('/question-entries/:entry/turn', 'answer-questions', turn);
}

async function list(c: ConsoleContext, isChanged = false) {
  const { deps, campaign, language } = c.var;
  const after = /^\d{1,16}\.\d{1,12}$/.exec(c.req.query('after') ?? '')?.[0] ?? null;
  const [frame, { page, entries }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      deps.db,
      joinQueries({
        page: waitingPageQuery(deps.db, { campaignId: campaign.id, after, most: shownAtOnce }),
        entries: entriesQuery(deps.db, knownValue(campaign.id)),
      }),
    ),
  ]);
  const path = (rest: string) => consolePath(campaign, rest);
  const shown = (
    <QuestionsConsole
      frame={frame}
      path={path}
      waiting={await Promise.all(page.rows.map((asked) => rowOf(c, asked, entries)))}
      pager={{
        next: page.next && path(`/questions?after=${page.next}`),
        first: after && path('/questions'),
      }}
      entries={entries.map(({ id, kind, state, version, asked }) => {
        return { id, kind, state, version, label: asked[language] };
      })}
      mayAnswer={c.var.may('answer-questions')}
      mayDecide={c.var.may('decide-questions')}
      isChanged={isChanged}
      publicPath={pagePath(campaign.slug)}
    />
  );
  return c.html(shown, isChanged ? 409 : 200);
}

async function rowOf(
  c: ConsoleContext,
  asked: AskedQuestion,
  entries: readonly Entry[],
): Promise<WaitingRow> {
  const { deps, campaign, language } = c.var;
  const asker = await orNull(openAsker(deps.keyring, asked));
  const text = asker?.text ?? null;
  const words = consoleCopy[language];
  const date = asked.confirmedAt ? formatShortInstant(asked.confirmedAt, campaign.timeZone, language) : '';
  const alike = entries
    .filter(({ state }) => state === 'shown')
    .map((entry) => ({ entry, like: likeness(text ?? '', entry.asked[asked.language]) }))
    .toSorted((a, b) => b.like - a.like)
    .slice(0, offered);
  return {
    ...{ id: asked.id, seen: String(asked.decisions), text },
    when: message(words.asked, { date, language: words.languages[asked.language] }, language),
    alike: alike.map(({ entry }) => ({ value: entry.id, label: entry.asked[language] })),
  };
}

async function decide(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const id = c.req.param('question') ?? '';
  const { decision, seen = '', entry: entryId = '' } = form.values;
  const reason = asHiddenReason(form.values.reason);
  const isHide = decision === 'hide' && reason !== null;
  if (!/^\d{1,9}$/.test(seen) || (!isHide && decision !== 'merge')) return refuse(c, 'bad-request');
  const by = { campaign, actor: organizer.id, now };
  const asked = { id, seen: Number(seen), campaignId: campaign.id };
  const entry = isHide ? null : await findEntry(deps.db, campaign.id, entryId);
  if (!isHide && entry?.state !== 'shown') return list(c, true);
  const done = entry
    ? await mergeQuestion(deps, { ...by, entry, asked })
    : await hideQuestion(deps, { ...by, reason: reason ?? 'other', asked });
  if (!done.ok) return list(c, true);
  return c.redirect(withDone(consolePath(campaign, '/questions'), done.value.id), 303);
}

async function turn(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { decision } = form.values;
  if (decision !== 'hide' && decision !== 'show') return refuse(c, 'bad-request');
  const entry = await findEntry(deps.db, campaign.id, c.req.param('entry') ?? '');
  if (!entry) return refuse(c, 'not-found');
  const to = decision === 'show' ? 'shown' : 'hidden';
  // A second press of the same button.
  if (entry.state === to) return c.redirect(consolePath(campaign, '/questions'), 303);
  const done = await turnEntry(deps, { entry, to, campaign, actor: organizer.id, now });
  if (!done.ok) return list(c, true);
  return c.redirect(withDone(consolePath(campaign, '/questions'), done.value.id), 303);
}
