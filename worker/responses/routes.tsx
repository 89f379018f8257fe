import { type Context, Hono } from 'hono';
import { formatDate, message } from '../../web/language.ts';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { shellOf, speak, withLanguage } from '../campaigns/shell.ts';
import { type FoundCommittee, findCommittee } from '../councils/store.ts';
import { replaceStaffLink } from '../digests/replace-staff-link.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { longFormLimit, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { retryPaused } from '../platform/switches.ts';
import { dateIn } from '../platform/time/clock.ts';
import { requestKind } from './ask-for-answers.ts';
import { parseAnswers, valuesOf } from './form-rules.ts';
import { giveAnswers } from './give-answers.ts';
import { mailRef, readAnswerToken } from './links.ts';
import { answerCopy } from './pages/answer-copy.ts';
import { AnswerLinkPage, AnswerPage, type AnswerPageProps } from './pages/answer-page.tsx';
import { calendarOf } from './petition-part.tsx';
import type { AskedCommittee } from './rules.ts';
import { findAsks } from './store.ts';
import { askedWords, daysWaited } from './words.ts';

type AnswerContext = Context<AppEnv>;
type Link = { token: string; committee: FoundCommittee; context: ActionContext };
type Put = { slug: string; text: { en: string; es: string }; asked: AskedCommittee };

/** Where committees answer, by the mailed link. */
export function answerRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/answer/*', privatePage);

  routes.get('/answer/:token', async (c) => {
    const link = await findLink(c);
    if (link instanceof Response) return link;
    const notice = (['done', 'unchanged'] as const).find((one) => one === c.req.query('done')) ?? null;
    return show(c, link, await putTo(c, link), { notice });
  });
  routes.post('/answer/:token', takeAnswers);
  routes.post('/answer/:token/replace', replaceLink);

  return routes;
}

async function findLink(c: AnswerContext): Promise<Link | Response> {
  const { deps, now } = c.var;
  const token = c.req.param('token') ?? '';
  const link = await readAnswerToken(deps.keyring, token);
  const committee = link && (await findCommittee(deps.db, link.committeeId));
  const context = link && (await cachedContextById(deps, link.actionId, now));
  if (!link || !committee || !context) return linkPage(c, null, 'unknown', '');
  speak(c, context.campaign);
  const name = committee.name[c.var.language];
  if (link.generation !== committee.staffLink) return linkPage(c, context, 'gone', name);
  if (!isShown(context.action.state)) return refuse(c, 'gone');
  return { token, committee, context };
}

function linkPage(
  c: AnswerContext,
  context: ActionContext | null,
  about: 'replaced' | 'gone' | 'unknown',
  committee: string,
) {
  const shell = shellOf(c, context?.campaign ?? null);
  const status = { replaced: 200, gone: 410, unknown: 404 } as const;
  return c.html(<AnswerLinkPage shell={shell} about={about} committee={committee} />, status[about]);
}

/** What was put to this committee, so that it can answer. */
async function putTo(c: AnswerContext, { committee, context }: Link): Promise<Put[]> {
  const asks = await findAsks(c.var.deps.db, context.action.id);
  return asks.flatMap(({ slug, text, asked }) => {
    const own = asked.find((one) => one.committee.id === committee.id && (one.askedAt || one.answer));
    return own ? [{ slug, text, asked: own }] : [];
  });
}

type Extra = Partial<Pick<AnswerPageProps, 'values' | 'errors' | 'notice' | 'isReplacing'>> & {
  meanwhile?: string[];
  status?: 200 | 409 | 422 | 429 | 503;
};

function show(c: AnswerContext, link: Link, put: Put[], extra: Extra) {
  const { language, now } = c.var;
  const { context, committee, token } = link;
  const calendar = calendarOf(context, now, language);
  const words = answerCopy[language];
  const page = (
    <AnswerPage
      shell={shellOf(c, context.campaign, `/answer/${token}`)}
      href={`/answer/${token}`}
      committee={committee.name[language]}
      petition={{ title: context.action.title[language], path: pathOf(context.action) }}
      asks={put.map(({ slug, text, asked }) => ({
        slug,
        text: text[language],
        asked: asked.askedAt
          ? message(
              words.asked,
              {
                date: formatDate(dateIn(calendar.timeZone, asked.askedAt), language),
                days: daysWaited({ ...asked, firstAnsweredOn: null }, calendar) ?? 0,
              },
              language,
            )
          : '',
        answer: askedWords(asked, calendar).answer,
        isMeanwhile: extra.meanwhile?.includes(slug) ?? false,
      }))}
      values={extra.values ?? valuesOf(put.map(({ slug, asked }) => ({ slug, answer: asked.answer })))}
      errors={extra.errors ?? []}
      notice={extra.notice ?? null}
      isReplacing={extra.isReplacing ?? false}
    />
  );
  return c.html(page, extra.status ?? 200);
}

async function takeAnswers(c: AnswerContext) {
  const form = await readForm(c, longFormLimit);
  const link = await findLink(c);
  if (link instanceof Response) return link;
  if (!form.ok) return refuseBody(c, form.error);
  const { deps, now, language } = c.var;
  const { values } = form.value;
  const put = await putTo(c, link);
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return show(c, link, put, { values, errors: [{ field: 'form', code: 'read-only' }], status: 503 });
  }
  const { timeZone } = link.context.city;
  const today = dateIn(timeZone, now);
  const shown = put.map(({ slug, asked }) => ({ slug, answer: asked.answer }));
  const parsed = parseAnswers(values, shown, { today, timeZone });
  if (!parsed.ok) return show(c, link, put, { values, errors: parsed.error, status: 422 });
  const given = await giveAnswers(deps, parsed.value, {
    actionId: link.context.action.id,
    committeeId: link.committee.id,
    language,
    answeredOn: today,
    givenBy: 'link',
    place: null,
    now,
  });
  if (given.ok) {
    const done = given.value.stored > 0 ? 'done' : 'unchanged';
    return c.redirect(withLanguage(c, `/answer/${link.token}?done=${done}`), 303);
  }
  if (given.error.reason === 'too-many') {
    return show(c, link, put, { values, errors: [{ field: 'form', code: 'too-many' }], status: 429 });
  }
  return showTheirs(c, link, { values, asks: given.error.asks });
}

/** What somebody else has answered meanwhile, beside the form as it was sent. The next press knows of it. */
async function showTheirs(
  c: AnswerContext,
  link: Link,
  { values, asks }: { values: Record<string, string>; asks: string[] },
) {
  const put = await putTo(c, link);
  const seen = put.map(({ slug, asked }) => [`seen.${slug}`, String(asked.answer?.version ?? 0)]);
  return show(c, link, put, {
    values: { ...values, ...Object.fromEntries(seen) },
    meanwhile: asks,
    status: 409,
  });
}

/** Ends this link with all others of the office; the new ones go to its own address. Asks first. */
async function replaceLink(c: AnswerContext) {
  const form = await readForm(c, longFormLimit);
  const link = await findLink(c);
  if (link instanceof Response) return link;
  if (!form.ok) return refuseBody(c, form.error);
  const { values } = form.value;
  if (values.sure !== 'yes') return show(c, link, await putTo(c, link), { values, isReplacing: true });
  const { deps, now, language } = c.var;
  const { committee, context } = link;
  const generation = committee.staffLink;
  const name = committee.name[language];
  const replaced = await replaceStaffLink(deps, { committeeId: committee.id, generation }, now);
  if (!replaced.ok) return linkPage(c, context, 'gone', name);
  const ref = mailRef({ actionId: context.action.id, committeeId: committee.id });
  const mail = { ref, kind: `${requestKind}:link-${generation + 1}` };
  await enqueueStatement(deps.db, [mail], { now, cap: 1 }).run();
  await deps.wakeOutbox();
  return linkPage(c, context, 'replaced', name);
}
