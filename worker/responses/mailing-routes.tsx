import { languages } from '../../web/language.ts';
import { type ActionContext, findContext } from '../actions/context.ts';
import { goOnAtOnce } from '../mailings/go-on.ts';
import { holdStatement } from '../mailings/list-store.ts';
import { mostSubject } from '../mailings/news-content.ts';
import { type Mailing, seenOf } from '../mailings/rules.ts';
import {
  insertMailingStatement,
  listMailingsAbout,
  moveStatement,
  resumeStatement,
} from '../mailings/store.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { held } from '../platform/mail/mailing-mails.ts';
import { isPlain, lengthOf, tidyLine } from '../platform/text/text-rules.ts';
import { countUntellable, listUntold, markToldStatement, untellStatement } from './mailing-store.ts';
import { MailingPage, type OpenState } from './pages/mailing-page.tsx';
import { answersIn, newsContent, type Subjects, toldAsks } from './render-mails.ts';
import { findAsks } from './store.ts';

/** Tells the supporters who want news what was answered: counted first, then sent, each once. */
export function mailingRoutes(console: ConsoleRouter): void {
  console.get('/answer-mailings/:petition', 'mail-answers', async (c) => {
    const context = await findOwn(c);
    return context ? show(c, context, {}) : refuse(c, 'not-found');
  });
  console.post('/answer-mailings/:petition', 'mail-answers', decide);
}

async function findOwn(c: ConsoleContext): Promise<ActionContext | null> {
  const context = await findContext(c.var.deps.db, c.req.param('petition') ?? '');
  return context?.action.campaignId === c.var.campaign.id ? context : null;
}

async function show(
  c: ConsoleContext,
  context: ActionContext,
  { isChanged = false, longSubjects }: { isChanged?: boolean; longSubjects?: Subjects },
) {
  const { deps, campaign, now } = c.var;
  const { id, slug, title } = context.action;
  const mailings = await listMailingsAbout(deps.db, { actionId: id, kind: 'answers' });
  const untold = await listUntold(deps.db, id);
  const [latest] = mailings;
  const open = latest && isOpen(latest) ? latest : null;
  const asks = toldAsks(await findAsks(deps.db, id), open ? answersOf(open) : untold);
  const subjects = open ? answersIn(open.content).subjects : {};
  const previews = campaign.languages.map((language) => ({
    language,
    ...newsContent(deps, context, { asks, now, language, subjects }),
  }));
  const page = (
    <MailingPage
      frame={await consoleFrame(c)}
      href={consolePath(campaign, `/answer-mailings/${slug}`)}
      title={title[c.var.language]}
      timeZone={campaign.timeZone}
      untold={untold.length}
      open={open && { ...shownOf(open, open.state), seen: seenOf(open) }}
      earlier={mailings.filter((one) => !isOpen(one)).map((one) => shownOf(one, one.state as Shown))}
      previews={asks.length > 0 ? previews : []}
      isChanged={isChanged}
      longSubjects={longSubjects ?? null}
    />
  );
  return c.html(page, isChanged ? 409 : longSubjects ? 422 : 200);
}

type Open = Mailing & { state: OpenState };

function isOpen(mailing: Mailing): mailing is Open {
  const { state } = mailing;
  return state === 'counting' || state === 'ready' || state === 'sending' || state === 'paused';
}

function answersOf({ content }: Mailing): number[] {
  return answersIn(content).answers;
}

/** As they were typed, in one line each; an empty one stands for the usual subject. */
function subjectsIn(c: ConsoleContext): Subjects {
  const typed = languages.map((one) => [one, tidyLine(c.var.form.values[`subject.${one}`] ?? '')]);
  return Object.fromEntries(typed.map(([one = '', text = '']) => [one, isPlain(text) ? text : '']));
}

/** Word of answers is counted at once: it is never a draft. */
type Shown = Exclude<Mailing['state'], 'draft' | 'dropped'>;

function shownOf<State extends Shown>(
  { people, leftOut, queued, pausedBy, changedAt, begunAt, figures }: Mailing,
  state: State,
) {
  return { state, people, leftOut, queued, pausedBy, at: begunAt ?? changedAt, figures };
}

async function decide(c: ConsoleContext) {
  const context = await findOwn(c);
  if (!context) return refuse(c, 'not-found');
  const { deps, form, campaign, organizer, now } = c.var;
  const { decision, seen } = form.values;
  const { id: actionId } = context.action;
  if (decision === 'count') {
    const answers = await listUntold(deps.db, actionId);
    if (answers.length === 0) return show(c, context, {});
    const subjects = subjectsIn(c);
    if (Object.values(subjects).some((one = '') => lengthOf(one) > mostSubject)) {
      return show(c, context, { longSubjects: subjects });
    }
    const mailing = {
      campaignId: campaign.id,
      kind: 'answers' as const,
      actionId,
      content: { answers, subjects },
      madeBy: organizer.id,
    };
    const statement = insertMailingStatement(deps.db, mailing, { state: 'counting', now });
    return commit(c, context, {
      kind: 'count-supporters',
      count: answers.length,
      steps: [{ statement, changes: 1 }],
    });
  }
  const [latest] = await listMailingsAbout(deps.db, { actionId, kind: 'answers' });
  if (!latest || seen !== seenOf(latest)) return show(c, context, { isChanged: true });
  const decided = stepsOf(c, latest, decision);
  return decided ? commit(c, context, decided) : show(c, context, { isChanged: true });
}

function stepsOf(c: ConsoleContext, latest: Mailing, decision: string | undefined): Decided | null {
  const { deps, now } = c.var;
  const { id, state, people } = latest;
  const move = (to: Mailing['state']): Step => {
    return { statement: moveStatement(deps.db, latest, { to, now }), changes: 1 };
  };
  const told = markToldStatement(deps.db, { id, answers: answersOf(latest) });
  if (decision === 'send' && state === 'ready') {
    return { kind: 'mail-answers', count: people, steps: [move('sending'), told] };
  }
  if (decision === 'resume' && state === 'paused') {
    const steps = [
      { statement: resumeStatement(deps.db, latest, now), changes: 1 },
      holdStatement(deps.db, latest.id, now),
    ];
    return { kind: 'resume-answer-mail', count: 1, steps };
  }
  if (decision !== 'stop' || !isOpen(latest)) return null;
  // Whoever has seen the number and decides to tell nobody has dealt with these answers.
  const steps = [
    move('stopped'),
    holdStatement(deps.db, latest.id, held),
    ...(state === 'ready' ? [told] : []),
  ];
  return { kind: 'stop-answer-mail', count: 1, steps, mailing: id };
}

type Decided = { kind: string; count: number; steps: Step[]; mailing?: number };

async function commit(c: ConsoleContext, context: ActionContext, { kind, count, steps, mailing }: Decided) {
  const { deps, campaign, organizer, now } = c.var;
  const { id, slug } = context.action;
  const after = mailing === undefined ? {} : { mailing };
  const act = { campaign, actor: organizer.id, kind, subject: slug, count, after };
  const done = await commitWithAct(deps, { act, steps, now });
  if (!done.ok) return show(c, context, { isChanged: true });
  const [latest] = await listMailingsAbout(deps.db, { actionId: id, kind: 'answers' });
  // A small petition is counted, and its mail begun, before the page comes back; the rest goes on by itself.
  if (latest) await goOnAtOnce(deps, latest.id, now);
  return c.redirect(withDone(consolePath(campaign, `/answer-mailings/${slug}`), done.value.id), 303);
}

/** Mail that was sent cannot be taken back. What can be undone is the decision to tell nobody. */
export const mailingActs: Record<string, ActKind> = {
  'count-supporters': {
    words: {
      en: 'A mail about {count, plural, one {an answer} other {# answers}} to {subject} was prepared',
      es: 'Se preparó un correo sobre {count, plural, one {una respuesta} other {# respuestas}} a {subject}',
    },
    verb: 'mail-answers',
  },
  'mail-answers': {
    words: {
      en: 'A mail about answers to {subject} was sent off to {count, plural, =0 {nobody} one {one supporter} other {# supporters}}',
      es: 'Empezó el envío de un correo sobre las respuestas a {subject}, para {count, plural, =0 {nadie} one {una persona} other {# personas}}',
    },
    verb: 'mail-answers',
  },
  'resume-answer-mail': {
    words: {
      en: 'The mail about answers to {subject} goes on',
      es: 'Sigue el correo sobre las respuestas a {subject}',
    },
    verb: 'mail-answers',
  },
  'stop-answer-mail': {
    words: {
      en: 'The mail about answers to {subject} was stopped',
      es: 'Se detuvo el correo sobre las respuestas a {subject}',
    },
    verb: 'mail-answers',
    async undo({ db }, { after }) {
      const id = Number(after.mailing);
      const count = await countUntellable(db, id);
      if (count === 0) return null;
      return { steps: [{ statement: untellStatement(db, id), changes: count }], count, left: 0 };
    },
  },
};
