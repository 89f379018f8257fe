import { asLanguage } from '../../web/language.ts';
import { type ActionContext, findContext } from '../actions/context.ts';
import { pathOf } from '../actions/rules.ts';
import { findCommittee } from '../councils/store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { longFormLimit } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { isPlain, isVisible, lengthOf, tidyLine } from '../platform/text/text-rules.ts';
import { dateIn, dayIn } from '../platform/time/clock.ts';
import { askAgain } from './ask-again.ts';
import { type Given, isWebAddress, parseAnswers, valuesOf } from './form-rules.ts';
import { markCommitment } from './mark-commitment.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { OneResponsePage, type OneResponsePageProps } from './pages/console-one-page.tsx';
import { ResponsesPage } from './pages/console-page.tsx';
import { calendarOf } from './petition-part.tsx';
import { recordAnswers } from './record-answers.ts';
import { type Ask, type AskedCommittee, commitmentOf, type GivenBy, mostPlace, mostSource } from './rules.ts';
import { findAsks, listPetitionsAsking } from './store.ts';
import { askedWords, type Calendar, isWaiting, waitingWords } from './words.ts';

export function responsesRoutes(console: ConsoleRouter): void {
  console.get('/responses', 'look-at-answers', listAll);
  console.get('/responses/:petition/:committee', 'record-answers', async (c) => {
    const found = await findOne(c);
    return found ? showOne(c, found, {}) : refuse(c, 'not-found');
  });
  console.post('/responses/:petition/:committee', 'record-answers', record, { limit: longFormLimit });
  console.post('/responses/:petition/:committee/ask', 'record-answers', ask);
  console.post('/responses/:petition/:committee/outcome', 'record-answers', mark, { limit: longFormLimit });
}

async function listAll(c: ConsoleContext) {
  const { deps, campaign, language, now } = c.var;
  const slugs = await listPetitionsAsking(deps.db, campaign.id);
  const found = await Promise.all(slugs.map((slug) => findContext(deps.db, slug)));
  const petitions = await Promise.all(
    found.flatMap((context) => (context ? [petitionOf(c, context, { now, language })] : [])),
  );
  return c.html(<ResponsesPage frame={await consoleFrame(c)} petitions={petitions} />);
}

async function petitionOf(
  c: ConsoleContext,
  context: ActionContext,
  { now, language }: { now: Date; language: 'en' | 'es' },
) {
  const { action } = context;
  const asks = await findAsks(c.var.deps.db, action.id);
  const calendar = calendarOf(context, now, language);
  const isAnswered = asks.some(({ asked }) => asked.some(({ answer }) => answer !== null));
  return {
    slug: action.slug,
    title: action.title[language],
    path: pathOf(action),
    summary: waitingWords(asks, language),
    mailHref:
      isAnswered && c.var.may('mail-answers')
        ? consolePath(c.var.campaign, `/answer-mailings/${action.slug}`)
        : null,
    asks: asks.flatMap((ask) => rowsOf(c, { ask, slug: action.slug, calendar })),
  };
}

function rowsOf(c: ConsoleContext, { ask, slug, calendar }: { ask: Ask; slug: string; calendar: Calendar }) {
  const { language } = calendar;
  const text = ask.text[language];
  if (ask.asked.length === 0) {
    return [{ text, committee: consoleCopy[language].nobody, status: [], isAnswered: false, href: null }];
  }
  return ask.asked.map((one) => {
    const { status, answer } = askedWords(one, calendar);
    const { slug: committee, name } = one.committee;
    const said = answer
      ? [answer.said, ...answer.lines, ...(answer.commitment ? [answer.commitment.text] : [])]
      : [];
    return {
      text,
      committee: name[language],
      status: status ? [status] : said,
      isAnswered: answer !== null,
      href: c.var.may('record-answers')
        ? consolePath(c.var.campaign, `/responses/${slug}/${committee}`)
        : null,
    };
  });
}

type One = {
  context: ActionContext;
  committee: AskedCommittee['committee'];
  put: { ask: Ask; asked: AskedCommittee }[];
};

/** Null where it is of another campaign. */
async function findOne(c: ConsoleContext): Promise<One | null> {
  const { deps, campaign } = c.var;
  const context = await findContext(deps.db, c.req.param('petition') ?? '');
  if (!context || context.action.campaignId !== campaign.id) return null;
  const asks = await findAsks(deps.db, context.action.id);
  const put = asks.flatMap((ask) =>
    ask.asked
      .filter(({ committee }) => committee.slug === c.req.param('committee'))
      .map((asked) => ({ ask, asked })),
  );
  const [first] = put;
  return first ? { context, committee: first.asked.committee, put } : null;
}

type Extra = Partial<Pick<OneResponsePageProps, 'values' | 'errors' | 'notice'>> & {
  meanwhile?: string[];
  status?: 200 | 409 | 422;
};

async function showOne(c: ConsoleContext, { context, committee, put }: One, extra: Extra) {
  const { deps, campaign, language, now } = c.var;
  const calendar = calendarOf(context, now, language);
  const office = await findCommittee(deps.db, committee.id);
  const blank = valuesOf(put.map(({ ask, asked }) => ({ slug: ask.slug, answer: asked.answer })));
  const page = (
    <OneResponsePage
      frame={await consoleFrame(c)}
      href={consolePath(campaign, `/responses/${context.action.slug}/${committee.slug}`)}
      committee={committee.name[language]}
      petition={{ title: context.action.title[language], path: pathOf(context.action) }}
      asks={put.map(({ ask, asked }) => ({
        slug: ask.slug,
        text: ask.text[language],
        ...askedWords(asked, calendar),
        open: openCommitment(asked, calendar.today),
        isMeanwhile: extra.meanwhile?.includes(ask.slug) ?? false,
      }))}
      waiting={put.filter(({ asked }) => isWaiting(asked)).length}
      isStopped={office?.frequency === 'stopped'}
      values={extra.values ?? { ...blank, on: calendar.today }}
      errors={extra.errors ?? []}
      notice={extra.notice ?? null}
    />
  );
  return c.html(page, extra.status ?? 200);
}

function openCommitment(
  { answer }: AskedCommittee,
  today: string,
): OneResponsePageProps['asks'][number]['open'] {
  const commitment = answer && commitmentOf(answer, today);
  if (!commitment || !('days' in commitment)) return null;
  return { id: answer.id, canBeMissed: commitment.state === 'overdue' };
}

async function record(c: ConsoleContext) {
  const found = await findOne(c);
  if (!found) return refuse(c, 'not-found');
  const { context, committee, put } = found;
  const { deps, campaign, organizer, form, now, language } = c.var;
  const { values } = form;
  const { timeZone } = context.city;
  const today = dateIn(timeZone, now);
  const shown = put.map(({ ask, asked }) => ({ slug: ask.slug, answer: asked.answer }));
  const how = howOf(values, { timeZone, today });
  // A day by which something was promised can have passed by the time that an organizer enters it.
  const parsed = parseAnswers(values, shown, { today: how.on ?? today, timeZone });
  const given = parsed.ok ? parsed.value : [];
  const early = how.on !== null && isTooEarly(put, { given, on: how.on, timeZone });
  const errors: FieldError[] = [
    ...how.errors,
    ...(early ? [{ field: 'on', code: 'early' }] : []),
    ...(parsed.ok ? [] : parsed.error),
  ];
  if (!parsed.ok || errors.length > 0 || how.on === null || how.givenBy === null) {
    return showOne(c, found, { values, errors, status: 422 });
  }
  const done = await recordAnswers(deps, parsed.value, {
    recording: {
      actionId: context.action.id,
      committeeId: committee.id,
      language: asLanguage(values.language) ?? language,
      answeredOn: how.on,
      givenBy: how.givenBy,
      place: how.place,
      now,
    },
    petition: context.action.slug,
    committee: committee.slug,
    campaign,
    actor: organizer.id,
  });
  if (!done.ok) {
    const again = await findOne(c);
    const current = (again ?? found).put.map(({ ask, asked }) => [
      `seen.${ask.slug}`,
      String(asked.answer?.version ?? 0),
    ]);
    const seen = Object.fromEntries(current);
    return showOne(c, again ?? found, { values: { ...values, ...seen }, meanwhile: done.error, status: 409 });
  }
  const path = consolePath(campaign, `/responses/${context.action.slug}/${committee.slug}`);
  if (done.value === null) return showOne(c, found, { notice: consoleCopy[language].one.unchanged });
  return c.redirect(withDone(path, done.value), 303);
}

function howOf(values: Record<string, string>, { timeZone, today }: { timeZone: string; today: string }) {
  const place = tidyLine(values.place ?? '');
  const givenBy = (['letter', 'meeting'] as const).find((one) => one === values.given) ?? null;
  const on = (values.on ?? '').trim();
  const isDay = dayIn(timeZone, on) !== null && on <= today && on >= '2000-01-01';
  const errors: FieldError[] = [
    ...(givenBy ? [] : [{ field: 'given', code: 'how' }]),
    ...(isShort(place, mostPlace) ? [] : [{ field: 'place', code: 'place' }]),
    ...(isDay ? [] : [{ field: 'on', code: 'on' }]),
  ];
  return { place, givenBy: givenBy as GivenBy | null, on: isDay ? on : null, errors };
}

/** No answer comes before its question, nor takes the place of what the committee itself has said later. */
function isTooEarly(
  put: One['put'],
  { given, on, timeZone }: { given: Given[]; on: string; timeZone: string },
): boolean {
  return given.some(({ ask: slug, seen }) => {
    const asked = put.find(({ ask }) => ask.slug === slug)?.asked;
    if (asked?.askedAt && on < dateIn(timeZone, asked.askedAt)) return true;
    // An answer that came in after the form was shown is a conflict, which has its own page.
    const own = asked?.answer?.version === seen && asked.answer.givenBy === 'link' ? asked.answer : null;
    return own !== null && on < own.answeredOn;
  });
}

function isShort(text: string, most: number): boolean {
  return lengthOf(text) <= most && isVisible(text) && isPlain(text);
}

async function ask(c: ConsoleContext) {
  const found = await findOne(c);
  if (!found) return refuse(c, 'not-found');
  const { deps, campaign, organizer, form, now, language } = c.var;
  const { context, committee, put } = found;
  const office = await findCommittee(deps.db, committee.id);
  if (!office) return refuse(c, 'not-found');
  const decision = form.values.decision;
  if (decision !== 'again') return refuse(c, 'bad-request');
  if (office.frequency === 'stopped' || !put.some(({ asked }) => isWaiting(asked))) {
    return showOne(c, found, {});
  }
  await askAgain(deps, {
    actionId: context.action.id,
    committeeId: committee.id,
    petition: context.action.slug,
    committee: committee.slug,
    campaign,
    actor: organizer.id,
    now,
  });
  return showOne(c, found, { notice: consoleCopy[language].again.sent });
}

async function mark(c: ConsoleContext) {
  const found = await findOne(c);
  if (!found) return refuse(c, 'not-found');
  const { deps, campaign, organizer, form, now } = c.var;
  const { values } = form;
  const id = Number(values.answer);
  const one = found.put.find(({ asked }) => asked.answer?.id === id);
  const outcome = (['kept', 'missed'] as const).find((decision) => decision === values.decision);
  if (!outcome) return refuse(c, 'bad-request');
  const field = `source-${id}`;
  const source = tidyLine(values[field] ?? '');
  const blank = valuesOf(found.put.map(({ ask, asked }) => ({ slug: ask.slug, answer: asked.answer })));
  const today = dateIn(found.context.city.timeZone, now);
  const commitment = one?.asked.answer && commitmentOf(one.asked.answer, today);
  const isEarly = outcome === 'missed' && (commitment?.state === 'before' || commitment?.state === 'today');
  if (isEarly || !isShort(source, mostSource) || !isWebAddress(source)) {
    const kept = { ...blank, [field]: values[field] ?? '' };
    const code = isEarly ? 'early' : 'source';
    return showOne(c, found, { values: kept, errors: [{ field, code }], status: 422 });
  }
  const done = one
    ? await markCommitment(deps, {
        id,
        outcome,
        source,
        on: today,
        petition: found.context.action.slug,
        campaign,
        actor: organizer.id,
        now,
      })
    : null;
  if (!done?.ok) {
    return showOne(c, found, { errors: [{ field: 'form', code: 'changed' }], status: 409 });
  }
  const path = consolePath(campaign, `/responses/${found.context.action.slug}/${found.committee.slug}`);
  return c.redirect(withDone(path, done.value.id), 303);
}
