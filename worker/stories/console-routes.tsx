import { findPartner } from '../coalition/store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { nowOf } from './console-rules.ts';
import {
  campaignTermQuery,
  standingQuery,
  storiesOfCampaignQuery,
  toLookQuery,
  toPayQuery,
  toRenewQuery,
  toReturnQuery,
} from './console-store.ts';
import { parseCents } from './form-rules.ts';
import { openStory, returnSheet, setPay, stopStory, takeSheet } from './guide.ts';
import { storiesPath } from './links.ts';
import { type StateNow, StoriesConsole } from './pages/console-page.tsx';
import { StoryConsole, type StoryConsoleProps } from './pages/console-story-page.tsx';
import { SheetPage } from './pages/sheet-page.tsx';
import {
  type CampaignTerm,
  type Consent,
  pays,
  renewalAsked,
  type Story,
  sheetUses,
  stopReasons,
  whyNotShown,
} from './rules.ts';
import { renderedAs } from './shown.ts';
import { type WholeStory, wholeStoryQuery } from './store.ts';
import { openTold } from './telling.ts';

const shownAtOnce = 20;
const mostWaiting = 20;

export function storiesConsoleRoutes(console: ConsoleRouter): void {
  console.get('/stories', 'see-stories', list);
  console.get('/stories/:story', 'see-stories', (c) => one(c, (whole) => show(c, whole)));
  console.post('/stories/:story/open', 'open-stories', (c) => one(c, (whole) => open(c, whole)));
  console.post('/stories/:story/stop', 'guide-stories', (c) => one(c, (whole) => stop(c, whole)));
  console.post('/stories/:story/pay', 'pay-stories', (c) => one(c, (whole) => pay(c, whole)));
  console.post('/stories/:story/return', 'guide-stories', (c) => one(c, (whole) => giveBack(c, whole)));
  // The page of the form has its verb, so that the passkey is asked for before.
  console.get('/stories/:story/sheet', 'take-story-sheets', (c) =>
    one(c, (whole) => show(c, whole, { isTaking: true })),
  );
  console.post('/stories/:story/sheet', 'take-story-sheets', (c) => one(c, (whole) => take(c, whole)));
}

async function list(c: ConsoleContext) {
  const { deps, campaign, now, language } = c.var;
  const given = /^\d{1,9}$/.exec(c.req.query('after') ?? '')?.[0];
  const after = given === undefined ? null : Number(given);
  const asked = { campaignId: campaign.id, now, most: mostWaiting };
  const page = { campaignId: campaign.id, after, most: shownAtOnce + 1 };
  const [frame, { rows, term, standing, look, owed, renew, back }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      deps.db,
      joinQueries({
        rows: storiesOfCampaignQuery(deps.db, page),
        term: campaignTermQuery(deps.db, campaign.id),
        standing: standingQuery(deps.db, { ...page, waiting: mostWaiting }),
        look: toLookQuery(deps.db, asked),
        owed: toPayQuery(deps.db, asked),
        renew: toRenewQuery(deps.db, asked, new Date(now.getTime() + renewalAsked)),
        back: toReturnQuery(deps.db, asked),
      }),
    ),
  ]);
  const path = (rest: string) => consolePath(campaign, rest);
  const dayOf = (at: Date) => dateIn(campaign.timeZone, at);
  const stateOf = (story: Story) => stateNow(c, story, { consents: standing.get(story.id) ?? [], term });
  const last = rows.length > shownAtOnce ? rows[shownAtOnce - 1] : undefined;
  return c.html(
    <StoriesConsole
      frame={frame}
      path={path}
      publicPath={storiesPath(campaign.slug)}
      look={look.map(({ story, ...one }) => ({ ...one, on: dayOf(one.at), state: stateOf(story) }))}
      owed={owed.map((one) => ({ ...one, on: dayOf(one.at) }))}
      renew={renew.map((one) => ({ ...one, on: dayOf(one.at) }))}
      back={back.map((one) => ({ ...one, on: dayOf(one.at) }))}
      rows={rows.slice(0, shownAtOnce).map(({ story, partner }) => ({
        id: story.id,
        number: story.number,
        partner: JSON.parse(partner)[language],
        state: stateOf(story),
        pay: story.pay,
      }))}
      pager={{
        next: last ? path(`/stories?after=${last.story.number}`) : null,
        first: after === null ? null : path('/stories'),
      }}
    />,
  );
}

function stateNow(
  { var: { campaign, now } }: ConsoleContext,
  story: Story,
  { consents, term }: { consents: readonly Consent[]; term: CampaignTerm },
): StateNow {
  const { state, from } = nowOf(story, consents, { campaign: term, now });
  return { state, from: from && dateIn(campaign.timeZone, from) };
}

async function one(c: ConsoleContext, go: (whole: WholeStory) => Response | Promise<Response>) {
  const { deps, campaign } = c.var;
  const whole = await runQuery(deps.db, wholeStoryQuery(deps.db, c.req.param('story') ?? ''));
  return whole?.story.campaignId === campaign.id ? go(whole) : refuse(c, 'not-found');
}

type Extra = Partial<
  Pick<StoryConsoleProps, 'opened' | 'notice' | 'payError' | 'stopError' | 'payTyped' | 'isTaking'>
> & {
  status?: 200 | 409 | 422;
};

async function show(
  c: ConsoleContext,
  { story, consents, sheets, campaign: term }: WholeStory,
  extra: Extra = {},
) {
  const { deps, campaign, now, language } = c.var;
  const { status = 200, ...more } = extra;
  const partner = await findPartner(deps.db, story.partnerId);
  const dayOf = (at: Date) => dateIn(campaign.timeZone, at);
  const page = (
    <StoryConsole
      frame={await consoleFrame(c)}
      back={consolePath(campaign, '/stories')}
      path={consolePath(campaign, `/stories/${story.id}`)}
      number={story.number}
      partner={partner?.name[language] ?? ''}
      invitedOn={dayOf(story.invitedAt)}
      state={stateNow(c, story, { consents, term })}
      stopReason={story.stopReason}
      stoppedAt={story.stoppedAt}
      hasText={story.sealed !== null}
      version={story.version}
      isLookedAt={story.version > 0 && story.lookedVersion >= story.version}
      consents={consents.map((consent) => ({
        use: consent.use,
        why: whyNotShown(story, consent, { campaign: term, now }),
        from: dayOf(consent.from),
        until: dayOf(consent.until),
      }))}
      sheets={sheets.map(({ id, use, takenAt, returnedAt }) => {
        return { id, use, on: dayOf(takenAt), isBack: returnedAt !== null };
      })}
      pay={{ state: story.pay, cents: story.payCents }}
      may={{
        open: c.var.may('open-stories'),
        guide: c.var.may('guide-stories'),
        pay: c.var.may('pay-stories'),
        take: c.var.may('take-story-sheets'),
      }}
      opened={null}
      notice={null}
      payError={false}
      stopError={false}
      payTyped={null}
      isTaking={false}
      {...more}
    />
  );
  return c.html(page, status);
}

/** As everything is now, after something has changed that the organizer did not see. */
async function changed(c: ConsoleContext, { story }: WholeStory) {
  const whole = await runQuery(c.var.deps.db, wholeStoryQuery(c.var.deps.db, story.id));
  return whole ? show(c, whole, { notice: 'changed', status: 409 }) : refuse(c, 'gone');
}

function byOf({ var: { campaign, organizer, now } }: ConsoleContext) {
  return { campaign, actor: organizer.id, now };
}

function toStory(c: ConsoleContext, { story }: WholeStory, actId: string) {
  return c.redirect(withDone(consolePath(c.var.campaign, `/stories/${story.id}`), actId), 303);
}

async function open(c: ConsoleContext, whole: WholeStory) {
  const { story } = whole;
  const told = await openTold(c.var.deps.keyring, story);
  if (!told || c.var.form.values.seen !== String(story.version)) return changed(c, whole);
  const done = await openStory(c.var.deps, { ...byOf(c), story });
  if (!done.ok) return changed(c, whole);
  const read = { ...whole, story: { ...story, lookedVersion: story.version } };
  return show(c, read, { opened: renderedAs(story, told, 'name') });
}

async function stop(c: ConsoleContext, whole: WholeStory) {
  const { decision, reason: given, seen } = c.var.form.values;
  const reason = stopReasons.find((code) => code === given) ?? null;
  if (decision === 'stop' && !given) return show(c, whole, { stopError: true, status: 422 });
  if (decision !== 'restart' && (decision !== 'stop' || !reason)) return refuse(c, 'bad-request');
  // To stop works always, as for the teller.
  if (decision === 'restart' && c.var.switches.has('read-only')) return refuse(c, 'read-only');
  const { id, stoppedAt } = whole.story;
  // It was stopped anew since the page was opened, for a reason that this guide has not read.
  if (decision === 'restart' && seen !== undefined && seen !== String(stoppedAt?.getTime())) {
    return changed(c, whole);
  }
  const stop = decision === 'stop' ? { reason } : { reason: null, ...(stoppedAt && { stoppedAt }) };
  const done = await stopStory(c.var.deps, { ...byOf(c), id, ...stop });
  return done.ok ? toStory(c, whole, done.value.id) : changed(c, whole);
}

async function pay(c: ConsoleContext, whole: WholeStory) {
  const { story } = whole;
  const { values } = c.var.form;
  const state = pays.find((code) => code === values.pay);
  const typed = values.amount ?? '';
  const cents = state === 'none' || (state === 'declined' && typed === '') ? 0 : parseCents(typed);
  if (!state) return refuse(c, 'bad-request');
  // Who wants no pay may never have been offered any.
  const isAmount = cents !== null && (cents > 0 || state === 'none' || state === 'declined');
  if (!isAmount) return show(c, whole, { payError: true, payTyped: { state, amount: typed }, status: 422 });
  if (values.seen !== `${story.pay} ${story.payCents}`) return changed(c, whole);
  const done = await setPay(c.var.deps, { ...byOf(c), story, to: { pay: state, cents } });
  return done.ok ? toStory(c, whole, done.value.id) : changed(c, whole);
}

async function take(c: ConsoleContext, whole: WholeStory) {
  const { deps, form, now, campaign } = c.var;
  const { story, consents, campaign: term } = whole;
  const use = sheetUses.find((code) => code === form.values.use);
  if (!use) return refuse(c, 'bad-request');
  const consent = consents.find((held) => held.use === use) ?? null;
  const told = await openTold(deps.keyring, story);
  if (!consent || !told || whyNotShown(story, consent, { campaign: term, now }) !== null)
    return changed(c, whole);
  const done = await takeSheet(deps, { ...byOf(c), id: story.id, use });
  if (!done.ok) return changed(c, whole);
  return c.html(
    <SheetPage
      frame={await consoleFrame(c)}
      back={consolePath(campaign, `/stories/${story.id}`)}
      number={story.number}
      use={use}
      takenOn={dateIn(campaign.timeZone, now)}
      until={dateIn(campaign.timeZone, consent.until)}
      mayTranslate={consent.mayTranslate}
      story={renderedAs(story, told, consent.named)}
    />,
  );
}

async function giveBack(c: ConsoleContext, whole: WholeStory) {
  const sheet = Number(c.var.form.values.sheet);
  if (!Number.isInteger(sheet)) return refuse(c, 'bad-request');
  const done = await returnSheet(c.var.deps, { ...byOf(c), id: whole.story.id, sheet });
  return done.ok ? toStory(c, whole, done.value.id) : changed(c, whole);
}
