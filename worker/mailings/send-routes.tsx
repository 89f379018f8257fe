import { timeZoneName } from '../../web/language.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { held } from '../platform/mail/mailing-mails.ts';
import { day, instantAt } from '../platform/time/clock.ts';
import { goOnAtOnce } from './go-on.ts';
import { holdStatement } from './list-store.ts';
import { subjectOf } from './news-acts.ts';
import { newsCopy } from './pages/news-copy.ts';
import { NewsPage } from './pages/news-page.tsx';
import { SendPage } from './pages/send-page.tsx';
import { seenOf } from './rules.ts';
import { moveStatement, resumeStatement } from './store.ts';
import { audienceOf, findOwnNews, type News, newsHref, newsPageProps, subjectIn } from './view.ts';

/** How long before it goes a mail can be scheduled. Its list is kept until then. */
const scheduledFor = 30 * day;

export function sendRoutes(console: ConsoleRouter): void {
  console.get('/news/:mailing/send', 'send-news', async (c) => {
    const news = await findOwnNews(c);
    if (!news) return refuse(c, 'not-found');
    return news.state === 'ready' && !news.sendsAt && news.people > 0
      ? sendPage(c, news)
      : c.redirect(newsHref(c, news.id), 303);
  });
  console.post('/news/:mailing/send', 'send-news', (c) => decide(c, sendingOf));
  console.post('/news/:mailing/stop', 'stop-news', (c) => decide(c, stoppingOf));
}

async function sendPage(c: ConsoleContext, news: News, wrong: string | null = null) {
  const { campaign, language, now } = c.var;
  const words = newsCopy[language];
  const page = (
    <SendPage
      frame={await consoleFrame(c)}
      href={newsHref(c, news.id)}
      languages={campaign.languages}
      subject={subjectIn(news.content, language)}
      audience={await audienceOf(c, news, words.draft)}
      people={news.people}
      seen={seenOf(news)}
      zone={timeZoneName(campaign.timeZone, language, now)}
      at={wrong ?? ''}
      isWrongTime={wrong !== null}
    />
  );
  return c.html(page, wrong === null ? 200 : 422);
}

type Decided = { kind: string; steps: Step[]; count?: number; after: Record<string, string> };
/** `wrong-time` if the day and hour cannot be meant; null where the mail is not in a state for it. */
type Decide = (c: ConsoleContext, news: News) => Decided | 'wrong-time' | null;

const sendingOf: Decide = (c, news) => {
  const { deps, campaign, form, now } = c.var;
  const { decision, at = '' } = form.values;
  const isReady = news.state === 'ready' && news.people > 0 && !news.sendsAt;
  if (decision === 'send' && isReady) {
    const statement = moveStatement(deps.db, news, { to: 'sending', now });
    const steps = [{ statement, changes: 1 }];
    return { kind: 'send-news', count: news.people, steps, after: { state: 'sending' } };
  }
  if (decision === 'schedule' && isReady) {
    const sendsAt = instantAt(at, campaign.timeZone);
    const wait = sendsAt ? sendsAt.getTime() - now.getTime() : 0;
    if (!sendsAt || wait <= 0 || wait > scheduledFor) return 'wrong-time';
    const statement = moveStatement(deps.db, news, { to: 'ready', now, sendsAt });
    const after = { state: 'ready', sends_at: sendsAt.toISOString() };
    return { kind: 'schedule-news', count: news.people, steps: [{ statement, changes: 1 }], after };
  }
  if (decision !== 'resume' || news.state !== 'paused') return null;
  const steps = [
    { statement: resumeStatement(deps.db, news, now), changes: 1 },
    holdStatement(deps.db, news.id, now),
  ];
  return { kind: 'resume-news', steps, after: { state: 'sending' } };
};

const stoppingOf: Decide = (c, news) => {
  const { deps, form, now } = c.var;
  const { decision } = form.values;
  if (decision === 'unschedule' && news.state === 'ready' && news.sendsAt) {
    const statement = moveStatement(deps.db, news, { to: 'ready', now, sendsAt: null });
    return { kind: 'unschedule-news', steps: [{ statement, changes: 1 }], after: { state: 'ready' } };
  }
  const to = decision === 'pause' ? 'paused' : 'stopped';
  const canPause = decision === 'pause' && news.state === 'sending';
  const canStop = decision === 'stop' && (news.state === 'sending' || news.state === 'paused');
  if (!canPause && !canStop) return null;
  const steps = [
    { statement: moveStatement(deps.db, news, { to, now }), changes: 1 },
    holdStatement(deps.db, news.id, held),
  ];
  return { kind: canPause ? 'pause-news' : 'stop-news', steps, after: { state: to } };
};

async function decide(c: ConsoleContext, decideOn: Decide) {
  const news = await findOwnNews(c);
  if (!news) return refuse(c, 'not-found');
  const { deps, campaign, organizer, form, now } = c.var;
  const decided = form.values.seen === seenOf(news) ? decideOn(c, news) : null;
  if (decided === 'wrong-time') return sendPage(c, news, form.values.at ?? '');
  if (!decided) return changed(c, news);
  const { kind, steps, count = 1, after } = decided;
  const done = await commitWithAct(deps, {
    act: {
      campaign,
      actor: organizer.id,
      kind,
      subject: subjectOf(news),
      before: { state: news.state, ...(news.pausedBy ? { paused_by: news.pausedBy } : {}) },
      after,
      count,
    },
    steps,
    now,
  });
  if (!done.ok) return changed(c, (await findOwnNews(c)) ?? news);
  if (after.state === 'sending') await goOnAtOnce(deps, news.id, now);
  await wakeAt(c, after.sends_at);
  return c.redirect(withDone(newsHref(c, news.id), done.value.id), 303);
}

/** Cron would find it within a quarter of an hour. */
async function wakeAt(c: ConsoleContext, sendsAt: string | undefined): Promise<void> {
  if (sendsAt === undefined) return;
  const seconds = Math.ceil((Date.parse(sendsAt) - c.var.now.getTime()) / 1000);
  if (seconds < 12 * 60 * 60) await c.var.deps.wakeOutbox(seconds);
}

async function changed(c: ConsoleContext, news: News) {
  const { language } = c.var;
  const words = newsCopy[language];
  return c.html(
    <NewsPage
      frame={await consoleFrame(c)}
      {...newsPageProps(c, news)}
      subject={subjectIn(news.content, language) || words.untitled}
      audience={await audienceOf(c, news, words.draft)}
      isChanged
    />,
    409,
  );
}
