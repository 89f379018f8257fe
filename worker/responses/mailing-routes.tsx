import { type ActionContext, findContext } from '../actions/context.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import {
  beginMailingStatement,
  countUntellable,
  listMailings,
  listUntold,
  markToldStatement,
  moveMailingStatement,
  untellStatement,
} from './mailing-store.ts';
import { goOnWith } from './mailings.ts';
import { MailingPage } from './pages/mailing-page.tsx';
import { newsContent, toldAsks } from './render-mails.ts';
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
  { isChanged = false }: { isChanged?: boolean },
) {
  const { deps, campaign, now } = c.var;
  const { id, slug, title } = context.action;
  const mailings = await listMailings(deps.db, id);
  const untold = await listUntold(deps.db, id);
  const [latest] = mailings;
  const open = latest && ['counting', 'ready', 'sending'].includes(latest.state) ? latest : null;
  const asks = toldAsks(await findAsks(deps.db, id), open?.answers ?? untold);
  const previews = campaign.languages.map((language) => ({
    language,
    ...newsContent(deps, context, { asks, now, language }),
  }));
  const page = (
    <MailingPage
      frame={await consoleFrame(c)}
      href={consolePath(campaign, `/answer-mailings/${slug}`)}
      title={title[c.var.language]}
      timeZone={campaign.timeZone}
      untold={untold.length}
      open={open}
      earlier={mailings.filter(({ state }) => state === 'done' || state === 'stopped')}
      previews={asks.length > 0 ? previews : []}
      isChanged={isChanged}
    />
  );
  return c.html(page, isChanged ? 409 : 200);
}

async function decide(c: ConsoleContext) {
  const context = await findOwn(c);
  if (!context) return refuse(c, 'not-found');
  const { deps, form, now } = c.var;
  const { decision, seen } = form.values;
  const { id: actionId } = context.action;
  if (decision === 'count') {
    const answers = await listUntold(deps.db, actionId);
    if (answers.length === 0) return show(c, context, {});
    const statement = beginMailingStatement(deps.db, { actionId, answers }, now);
    return commit(c, context, {
      kind: 'count-supporters',
      count: answers.length,
      steps: [{ statement, changes: 1 }],
    });
  }
  const [latest] = await listMailings(deps.db, actionId);
  if (!latest || seen !== `${latest.id} ${latest.state}`) return show(c, context, { isChanged: true });
  const { id, state } = latest;
  if (decision === 'send' && state === 'ready') {
    const steps = [
      { statement: moveMailingStatement(deps.db, id, { from: 'ready', to: 'sending', now }), changes: 1 },
      markToldStatement(deps.db, latest),
    ];
    return commit(c, context, { kind: 'mail-answers', count: latest.people, steps });
  }
  if (decision === 'stop' && (state === 'counting' || state === 'ready' || state === 'sending')) {
    const move = moveMailingStatement(deps.db, id, { from: state, to: 'stopped', now });
    // Whoever has seen the number and decides to tell nobody has dealt with these answers.
    const steps = [
      { statement: move, changes: 1 },
      ...(state === 'ready' ? [markToldStatement(deps.db, latest)] : []),
    ];
    return commit(c, context, { kind: 'stop-answer-mail', count: 1, steps, mailing: id });
  }
  return show(c, context, { isChanged: true });
}

type Decided = { kind: string; count: number; steps: Step[]; mailing?: number };

async function commit(c: ConsoleContext, context: ActionContext, { kind, count, steps, mailing }: Decided) {
  const { deps, campaign, organizer, now } = c.var;
  const { id, slug } = context.action;
  const after = mailing === undefined ? {} : { mailing };
  const act = { campaign, actor: organizer.id, kind, subject: slug, count, after };
  const done = await commitWithAct(deps, { act, steps, now });
  if (!done.ok) return show(c, context, { isChanged: true });
  const [latest] = await listMailings(deps.db, id);
  // A small petition is counted, and its mail begun, before the page comes back; the rest goes on by itself.
  if (latest) await goOnWith(deps, latest, now);
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
      en: '{count, plural, =0 {Nobody} one {One supporter} other {# supporters}} told of answers to {subject}',
      es: 'Respuestas a {subject} contadas a {count, plural, =0 {nadie} one {una persona} other {# personas}}',
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
