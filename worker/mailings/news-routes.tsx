import { formatShortInstant } from '../../web/language.ts';
import { listActionsOf } from '../exports/people-store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { longFormLimit } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { countMailsOfKind, enqueueStatement } from '../platform/mail/outbox.ts';
import { hour } from '../platform/time/clock.ts';
import { goOnAtOnce } from './go-on.ts';
import { subjectOf } from './news-acts.ts';
import {
  emptyNews,
  missingNews,
  type NewsContent,
  type NewsField,
  type NewsProblem,
  newsProblems,
  readNews,
} from './news-content.ts';
import { DraftPage } from './pages/draft-page.tsx';
import { newsCopy } from './pages/news-copy.ts';
import { NewsListPage } from './pages/news-list-page.tsx';
import { NewsPage } from './pages/news-page.tsx';
import { type Mailing, seenOf } from './rules.ts';
import {
  beginListingStatement,
  findUntouched,
  insertMailingStatement,
  listMailings,
  moveStatement,
  saveDraftStatement,
} from './store.ts';
import {
  audienceOf,
  choicesOf,
  findOwnNews,
  type News,
  newsHref,
  newsPageProps,
  shownState,
  subjectIn,
} from './view.ts';

const shownAtOnce = 25;
const testsAnHour = 20;

export function newsRoutes(console: ConsoleRouter): void {
  console.get('/news', 'look-at-news', list);
  console.post('/news', 'write-news', begin);
  console.get('/news/:mailing', 'look-at-news', async (c) => {
    const news = await findOwnNews(c);
    return news ? showNews(c, news) : refuse(c, 'not-found');
  });
  console.post('/news/:mailing', 'write-news', write, { limit: longFormLimit });
}

async function list(c: ConsoleContext) {
  const { deps, campaign, language, may } = c.var;
  const before = Number(c.req.query('before') ?? Number.NaN);
  const page = { before: Number.isInteger(before) ? before : null, most: shownAtOnce + 1 };
  const found = (await listMailings(deps.db, { campaignId: campaign.id, kind: 'news' }, page)) as News[];
  const shown = found.slice(0, shownAtOnce);
  const href = consolePath(campaign, '/news');
  return c.html(
    <NewsListPage
      frame={await consoleFrame(c)}
      href={href}
      mayWrite={may('write-news')}
      mails={shown.map((one) => ({
        id: one.id,
        subject: subjectIn(one.content, language),
        state: shownState(one),
        people: one.people,
        sent: one.figures.sent,
        when: formatShortInstant(one.sendsAt ?? one.begunAt ?? one.changedAt, campaign.timeZone, language),
      }))}
      next={found.length > shownAtOnce ? `${href}?before=${shown.at(-1)?.id}` : null}
      first={page.before === null ? null : href}
    />,
  );
}

/** A draft of its own; pressing twice leads to the same one. */
async function begin(c: ConsoleContext) {
  const { deps, campaign, organizer, now } = c.var;
  const mine = { campaignId: campaign.id, madeBy: organizer.id };
  const untouched = await findUntouched(deps.db, mine);
  if (untouched !== null) return c.redirect(newsHref(c, untouched), 303);
  const draft = { ...mine, kind: 'news' as const, actionId: null, content: emptyNews };
  await insertMailingStatement(deps.db, draft, { state: 'draft', now }).run();
  const id = await findUntouched(deps.db, mine);
  return id === null ? refuse(c, 'not-found') : c.redirect(newsHref(c, id), 303);
}

/** The form of a draft for who may write it; for the others, and later, the mail as it is. */
async function showNews(c: ConsoleContext, news: News, { isChanged = false } = {}) {
  const { language, may } = c.var;
  if (news.state === 'draft' && may('write-news')) {
    const of = await slugOf(c, news.actionId);
    const audience = { of, place: news.place ?? '' };
    const testedTo = c.req.query('tested') === 'yes' ? c.var.organizer.email : null;
    return showDraft(c, news, {
      typed: news.content,
      audience,
      isSaved: news.version > 1,
      isChanged,
      testedTo,
    });
  }
  const words = newsCopy[language];
  const page = (
    <NewsPage
      frame={await consoleFrame(c)}
      {...newsPageProps(c, news)}
      subject={subjectIn(news.content, language) || words.untitled}
      audience={await audienceOf(c, news, words.draft)}
      isChanged={isChanged}
    />
  );
  return c.html(page, isChanged ? 409 : 200);
}

async function slugOf(c: ConsoleContext, actionId: number | null): Promise<string> {
  if (actionId === null) return '';
  const actions = await listActionsOf(c.var.deps.db, c.var.campaign.id);
  return actions.find(({ id }) => id === actionId)?.slug ?? '';
}

type Draft = {
  typed: NewsContent;
  audience: { of: string; place: string };
  problems?: ReadonlyMap<NewsField, NewsProblem>;
  /** What another organizer has saved since the form was opened. */
  theirs?: News;
  isChanged?: boolean;
  tooManyTests?: boolean;
  testedTo?: string | null;
  isSaved?: boolean;
};

async function showDraft(c: ConsoleContext, news: News, draft: Draft) {
  const { campaign } = c.var;
  const { problems = new Map(), theirs, isChanged = false, tooManyTests = false } = draft;
  const page = (
    <DraftPage
      frame={await consoleFrame(c)}
      list={consolePath(campaign, '/news')}
      href={newsHref(c, news.id)}
      languages={campaign.languages}
      typed={draft.typed}
      audience={draft.audience}
      choices={await choicesOf(c)}
      version={news.version}
      problems={problems}
      conflict={theirs ? await conflictOf(c, theirs) : null}
      isChanged={isChanged}
      tooManyTests={tooManyTests}
      testedTo={draft.testedTo ?? null}
      isSaved={draft.isSaved ?? false}
    />
  );
  if (isChanged || theirs) return c.html(page, 409);
  return c.html(page, problems.size > 0 ? 422 : tooManyTests ? 429 : 200);
}

async function conflictOf(c: ConsoleContext, { content, madeBy, changedAt }: News) {
  const { deps, campaign, language } = c.var;
  const emails = await emailsOf(deps, [madeBy]);
  return {
    who: emails.get(madeBy) ?? madeBy,
    when: formatShortInstant(changedAt, campaign.timeZone, language),
    theirs: content,
  };
}

async function write(c: ConsoleContext) {
  const news = await findOwnNews(c);
  if (!news) return refuse(c, 'not-found');
  const { values } = c.var.form;
  if (values.decision === 'edit') return edit(c, news);
  if (news.state !== 'draft') return showNews(c, news, { isChanged: true });
  if (values.decision === 'drop') return drop(c, news);
  const isKnown = ['save', 'count', 'test'].includes(values.decision ?? 'save');
  return isKnown ? save(c, news) : refuse(c, 'bad-request');
}

/** Back from the count to the text: its list is made anew the next time. */
async function edit(c: ConsoleContext, news: News) {
  const { deps, form, now } = c.var;
  const canEdit = news.state === 'counting' || (news.state === 'ready' && !news.sendsAt);
  if (!canEdit || form.values.seen !== seenOf(news)) return showNews(c, news, { isChanged: true });
  const statement = moveStatement(deps.db, news, { to: 'draft', now });
  return commit(c, news, { kind: 'edit-news', statement, before: news.state, after: 'draft' });
}

async function drop(c: ConsoleContext, news: News) {
  const { deps, campaign, form, now } = c.var;
  if (form.values.version !== String(news.version)) return showNews(c, news, { isChanged: true });
  const statement = moveStatement(deps.db, news, { to: 'dropped', now });
  const back = consolePath(campaign, '/news');
  return commit(c, news, { kind: 'drop-news', statement, before: 'draft', after: 'dropped', back });
}

type Change = {
  kind: string;
  statement: D1PreparedStatement;
  before: Mailing['state'];
  after: Mailing['state'];
  /** Where the answer leads, if not to the mail itself. */
  back?: string;
  /** The page says by itself what was done. */
  isToldThere?: boolean;
  also?: D1PreparedStatement[];
};

async function commit(c: ConsoleContext, news: News, change: Change) {
  const { deps, campaign, organizer, now } = c.var;
  const { kind, statement, before, after, back = newsHref(c, news.id), also = [], isToldThere } = change;
  const act = { campaign, actor: organizer.id, kind, subject: subjectOf(news) };
  const done = await commitWithAct(deps, {
    act: { ...act, before: { state: before }, after: { state: after, version: news.version } },
    steps: [{ statement, changes: 1 }, ...also],
    now,
  });
  if (!done.ok) return showNews(c, (await findOwnNews(c)) ?? news, { isChanged: true });
  return c.redirect(isToldThere ? back : withDone(back, done.value.id), 303);
}

/** Saves what was typed, and does what the button says with what was saved. */
async function save(c: ConsoleContext, news: News) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { decision, version, of = '', place = '' } = form.values;
  const typed = readNews(form.values);
  const audience = { of, place };
  if (version !== String(news.version)) return showDraft(c, news, { typed, audience, theirs: news });
  const problems = newsProblems(typed, campaign.languages);
  if (decision === 'count' || decision === 'test') {
    for (const [field, problem] of missingNews(typed, campaign.languages)) problems.set(field, problem);
  }
  const choices = await choicesOf(c);
  const actions = await listActionsOf(deps.db, campaign.id);
  const action = actions.find(({ slug }) => slug === of);
  const isPlace = place === '' || choices.place.some(({ value }) => value === place);
  if (problems.size > 0) return showDraft(c, news, { typed, audience, problems });
  if ((of !== '' && !action) || !isPlace) return showNews(c, news, { isChanged: true });
  const statement = saveDraftStatement(deps.db, news, {
    content: typed,
    actionId: action?.id ?? null,
    place: place || null,
    savedBy: organizer.id,
    now,
  });
  const saved = { ...news, version: news.version + 1 };
  if (decision === 'count') return count(c, saved, statement);
  if (decision === 'test') return test(c, saved, { statement, typed, audience });
  return commit(c, saved, { kind: 'write-news', statement, before: 'draft', after: 'draft' });
}

async function count(c: ConsoleContext, saved: News, statement: D1PreparedStatement) {
  const { deps, now } = c.var;
  const also = [beginListingStatement(deps.db, saved, now)];
  const answer = await commit(c, saved, {
    kind: 'count-news',
    statement,
    before: 'draft',
    after: 'counting',
    also,
  });
  // A small campaign is counted before the page comes back; the rest goes on by itself.
  if (answer.status === 303) await goOnAtOnce(deps, saved.id, now);
  return answer;
}

/** To the organizer alone, in each language of the campaign. */
async function test(
  c: ConsoleContext,
  saved: News,
  { statement, typed, audience }: Pick<Draft, 'typed' | 'audience'> & { statement: D1PreparedStatement },
) {
  const { deps, campaign, organizer, now } = c.var;
  const since = new Date(now.getTime() - hour);
  const sent = await countMailsOfKind(deps.db, { ref: organizer.id, kind: 'news-test' }, since);
  if (sent >= testsAnHour) {
    return showDraft(c, { ...saved, version: saved.version - 1 }, { typed, audience, tooManyTests: true });
  }
  const mails = campaign.languages.map((language) => {
    return { ref: organizer.id, kind: `news-test:${saved.id}-${saved.version}-${language}` };
  });
  const also = [enqueueStatement(deps.db, mails, { now, cap: testsAnHour })];
  const back = `${newsHref(c, saved.id)}?tested=yes`;
  const answer = await commit(c, saved, {
    ...{ kind: 'test-news', isToldThere: true, back },
    ...{ statement, before: 'draft', after: 'draft', also },
  });
  await deps.wakeOutbox();
  return answer;
}
