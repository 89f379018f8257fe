import { formatDate, type Language, message } from '../../web/language.ts';
import { listStates, type StateOfAction } from '../actions/decide-store.ts';
import { findLifeById } from '../actions/term-store.ts';
import { namesSomebody } from '../organize/act-rules.ts';
import { actsQuery } from '../organize/act-store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { listQuery, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { asDecision, type Decision, decideAction, decisionsFrom } from './decide-action.ts';
import { actionsCopy } from './pages/actions-copy.ts';
import { ActionsPage } from './pages/actions-page.tsx';

export function actionRoutes(console: ConsoleRouter): void {
  console.get('/write/actions', 'decide-actions', (c) => actionsPage(c, {}));
  console.post('/write/actions/:action', 'decide-actions', decide);
}

type Extra = { slug?: string; errors?: Record<string, string>; isLate?: boolean };

async function actionsPage(c: ConsoleContext, { slug, errors = {}, isLate = false }: Extra) {
  const { deps, campaign, form } = c.var;
  const states = await listStates(deps.db, campaign.id);
  const undoable = await listUndoable(c, states);
  const life = states[0] ? await findLifeById(deps.db, states[0].id) : null;
  const page = (
    <ActionsPage
      frame={await consoleFrame(c)}
      languages={campaign.languages}
      retentionDays={life?.retentionDays ?? 0}
      isLate={isLate}
      actions={states.map((action) => ({
        slug: action.slug,
        title: action.title[c.var.language] || action.slug,
        state: stateWords(c, action),
        seen: action.state,
        decisions: decisionsFrom(action),
        isErased: action.erasedAt !== null,
        undoes: undoable.get(action.slug) ?? null,
        reason: form.values[`reason-${action.slug}`] ?? '',
        errors: action.slug === slug ? errors : {},
        values: form.values,
      }))}
    />
  );
  const hasErrors = Object.keys(errors).length > 0;
  return c.html(page, isLate ? 409 : hasErrors ? 422 : 200);
}

/** What took an action from its readers, by its slug: it has no other way back than undoing that. */
async function listUndoable(
  c: ConsoleContext,
  states: readonly StateOfAction[],
): Promise<Map<string, string>> {
  const { deps, campaign } = c.var;
  const ended = states.flatMap(({ slug, state, erasedAt }) =>
    erasedAt === null && (state === 'removed' || state === 'rejected')
      ? [{ subject: slug, kind: state === 'removed' ? 'remove-action' : 'reject-action' }]
      : [],
  );
  const queries = ended.map((filter) => actsQuery(deps.db, campaign.id, { filter, most: 1 }));
  const found = await runQuery(deps.db, listQuery(queries));
  return new Map(
    found.flat().flatMap(({ id, subject, undoneBy }) => (undoneBy === null ? [[subject, id]] : [])),
  );
}

function stateWords(c: ConsoleContext, { state, closesAt, closedAt }: StateOfAction): string {
  const { language, campaign } = c.var;
  const words = actionsCopy[language];
  const day = (at: Date) => formatDate(dateIn(campaign.timeZone, at), language);
  const lastDay = closesAt && new Date(closesAt.getTime() - 1);
  if (state === 'closed' && closedAt) return message(words.closedOn, { day: day(closedAt) }, language);
  const until = state === 'open' && lastDay ? [message(words.until, { day: day(lastDay) }, language)] : [];
  return [words.states[state], ...until].join(', ');
}

async function decide(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const slug = c.req.param('action') ?? '';
  const action = (await listStates(deps.db, campaign.id)).find((one) => one.slug === slug);
  const decision = asDecision(form.values.decision);
  if (!action) return refuse(c, 'not-found');
  if (!decision) return refuse(c, 'bad-request');
  if (form.values.seen !== action.state || !decisionsFrom(action).includes(decision)) {
    return actionsPage(c, { isLate: true });
  }
  const { reason, rejection, errors } = readReasons(c, slug, decision);
  if (Object.keys(errors).length > 0) return actionsPage(c, { slug, errors });
  const done = await decideAction(deps, {
    campaign,
    action,
    decision,
    reason,
    ...(rejection && { rejection }),
    actor: organizer.id,
    now,
  });
  if (!done.ok) return actionsPage(c, { isLate: true });
  return c.redirect(withDone(consolePath(campaign, '/write/actions'), done.value.id), 303);
}

/** Why, for the log; of a rejection, also for its page in each language of the campaign. */
function readReasons(c: ConsoleContext, slug: string, decision: Decision) {
  const { campaign, form, language } = c.var;
  const words = actionsCopy[language].errors;
  const errors: Record<string, string> = {};
  const reason = (form.values[`reason-${slug}`] ?? '').trim();
  if (reason === '' || reason.length > 300) errors[`reason-${slug}`] = words.reason;
  else if (namesSomebody(reason)) errors[`reason-${slug}`] = words.personal;
  if (decision !== 'reject') return { reason, rejection: null, errors };
  const why = campaign.languages.map((spoken) => {
    const name = `rejection-${slug}-${spoken}`;
    return { spoken, name, typed: (form.values[name] ?? '').trim() };
  });
  for (const { name, typed } of why) {
    if (typed === '' || typed.length > 500) errors[name] = words.rejection;
  }
  const said = (spoken: Language) => (why.find((one) => one.spoken === spoken) ?? why[0])?.typed ?? '';
  return { reason, rejection: { en: said('en'), es: said('es') }, errors };
}
