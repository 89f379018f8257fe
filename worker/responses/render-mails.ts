import { type Language, message } from '../../web/language.ts';
import { type ActionContext, findContextById } from '../actions/context.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { readCounts } from '../actions/store.ts';
import { spokenIn } from '../campaigns/rules.ts';
import { findCommittee } from '../councils/store.ts';
import { committeeLinks } from '../digests/links.ts';
import { languageOf } from '../digests/mailed-committee.ts';
import { mailingIn, newsLinks, openReaders } from '../mailings/readers.ts';
import { findMailing } from '../mailings/store.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { runQuery } from '../platform/query.ts';
import { replacedKind } from './answer-store.ts';
import { answerUrl, readMailRef } from './links.ts';
import { type CommitteeMail, committeeMail, type MailedAsk, supporterNewsMail } from './mail.tsx';
import { mailCopy } from './mail-copy.ts';
import { asksCopy } from './pages/asks-copy.ts';
import { calendarOf } from './petition-part.tsx';
import type { Ask, AskedCommittee } from './rules.ts';
import { findAsks, type Version, versionsQuery } from './store.ts';
import { type AskedWords, askedWords, type Calendar, isWaiting } from './words.ts';

type Options = { now: Date };

export async function renderCommitteeMails(
  deps: Deps,
  entries: MailToWrite[],
  { now }: Options,
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) mails.set(entry.id, await writeToCommittee(deps, entry, now));
  return mails;
}

async function writeToCommittee(deps: Deps, { ref, kind }: MailToWrite, now: Date): Promise<Mail | null> {
  const { actionId, committeeId } = readMailRef(ref);
  const about = aboutOf(mailKindOf(kind));
  const isReceipt = about !== 'request';
  const [context, committee] = [
    await findContextById(deps.db, actionId),
    await findCommittee(deps.db, committeeId),
  ];
  // Who stopped the mail is asked no more, but is told what was answered in their name.
  if (!context || !committee || (committee.frequency === 'stopped' && !isReceipt)) return null;
  const put = asksOf(await findAsks(deps.db, actionId), committeeId, wanted[about]);
  const isNewLink = kind.includes(':link-');
  if (!isShown(context.action.state) || (put.length === 0 && !isNewLink)) return null;
  const language = languageOf(committee);
  const own = about === 'replaced' ? await runQuery(deps.db, versionsQuery(deps.db, actionId)) : [];
  const calendar = calendarOf(context, now, language);
  const links = await committeeLinks(deps, committee);
  return committeeMail({
    kind: about,
    to: committee.contactEmail,
    language,
    title: context.action.title[language],
    committee: committee.name[language],
    confirmed: (await readCounts(deps.db, actionId)).state.confirmed ?? 0,
    contactEmail: context.campaign.contactEmail,
    accent: context.campaign.accent,
    asks: put.map((ask) => {
      const mailed = mailedAsk(ask, context, { now, language });
      if (!isReceipt) return { ...mailed, asked: [] };
      return about === 'replaced'
        ? { ...mailed, asked: [...mailed.asked, ...ownOf(ask, own, calendar)] }
        : mailed;
    }),
    answerUrl: await answerUrl(deps, committee, actionId),
    liveUrl: links.publicUrl + pathOf(context.action),
    links,
  });
}

type About = CommitteeMail['kind'];

function aboutOf(kind: string): About {
  if (kind === replacedKind) return 'replaced';
  return kind === 'answer-receipt' ? 'receipt' : 'request';
}

const wanted: Record<About, (asked: AskedCommittee) => boolean> = {
  request: isWaiting,
  receipt: ({ answer }) => answer !== null,
  // Null by now if the committee has answered again or the organizer's entry was undone.
  replaced: ({ answer }) => answer?.replacesOwn ?? false,
};

/** The newest answer that the committee gave itself, beside the one that replaced it. */
function ownOf({ slug, asked }: Ask, versions: readonly Version[], calendar: Calendar): AskedWords[] {
  return asked.flatMap((one) => {
    const own = versions.find(
      ({ ask, committeeId, givenBy }) =>
        ask === slug && committeeId === one.committee.id && givenBy === 'link',
    );
    const words = own ? askedWords({ ...one, answer: own }, calendar).answer : null;
    if (!words) return [];
    const said = message(asksCopy[calendar.language].own, { said: words.said }, calendar.language);
    return { status: null, answer: { ...words, said, commitment: null } };
  });
}

function asksOf(
  asks: readonly Ask[],
  committeeId: number,
  wanted: (asked: AskedCommittee) => boolean,
): Ask[] {
  return asks.flatMap((ask) => {
    const asked = ask.asked.filter((one) => one.committee.id === committeeId && wanted(one));
    return asked.length > 0 ? [{ ...ask, asked }] : [];
  });
}

export function mailedAsk(
  { text, asked }: Ask,
  context: ActionContext,
  { now, language }: { now: Date; language: Language },
): MailedAsk {
  const calendar = calendarOf(context, now, language);
  return { text: text[language], asked: asked.map((one) => askedWords(one, calendar)) };
}

/** The asks whose answers a mailing tells, with those answers as they hold now. */
export function toldAsks(asks: readonly Ask[], ids: readonly number[]): Ask[] {
  return asks.flatMap((ask) => {
    const asked = ask.asked.filter(({ answer }) => answer !== null && ids.includes(answer.id));
    return asked.length > 0 ? [{ ...ask, asked }] : [];
  });
}

/** Nobody gets it who has withdrawn, erased or unchecked the news since the mail was put into the outbox. */
export async function renderSupporterNews(
  deps: Deps,
  entries: MailToWrite[],
  { now }: Options,
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  if (entries.length === 0) return mails;
  const readers = await openReaders(
    deps,
    entries.map(({ ref }) => ref),
  );
  const told = new Map<number, Awaited<ReturnType<typeof toldIn>>>();
  for (const { id, ref, kind } of entries) {
    const mailingId = mailingIn(kind);
    if (!told.has(mailingId)) told.set(mailingId, await toldIn(deps, mailingId));
    const [news, reader] = [told.get(mailingId), readers.get(ref)];
    if (!news || news.asks.length === 0 || !reader) {
      mails.set(id, null);
      continue;
    }
    const { context, asks, subjects } = news;
    const { signature, email } = reader;
    const language = spokenIn(context.campaign, signature.language);
    const content = newsContent(deps, context, { asks, now, language, subjects });
    const links = await newsLinks(deps, { signature, mailingId, language });
    mails.set(id, supporterNewsMail({ to: email, language, ...content, ...links }));
  }
  return mails;
}

/** Null if the mailing was stopped, or nobody sees the petition any more. */
async function toldIn(deps: Deps, mailingId: number) {
  const mailing = await findMailing(deps.db, mailingId);
  const context =
    mailing && mailing.actionId !== null && mailing.state !== 'stopped'
      ? await findContextById(deps.db, mailing.actionId)
      : null;
  if (!mailing || !context || !isShown(context.action.state)) return null;
  const { answers, subjects } = answersIn(mailing.content);
  return { context, subjects, asks: toldAsks(await findAsks(deps.db, context.action.id), answers) };
}

export type Subjects = Partial<Record<Language, string>>;

/** What a mailing tells: the answers, and the subjects that an organizer wrote. */
export type AnswersContent = number[] | { answers: number[]; subjects: Subjects };

export function answersIn(content: unknown): { answers: number[]; subjects: Subjects } {
  const told = content as AnswersContent;
  return Array.isArray(told) ? { answers: told, subjects: {} } : told;
}

type AnsweredAsks = { asks: readonly Ask[]; subjects?: Subjects };

/** What is the same for everybody who gets it, in one language. */
export function newsContent(
  { settings }: Pick<Deps, 'settings'>,
  context: ActionContext,
  { asks, now, language, subjects }: AnsweredAsks & { now: Date; language: Language },
) {
  const { action, campaign, city } = context;
  const isDiscreet = campaign.care.hasExit;
  const words = mailCopy[language].news;
  const usual = message(
    isDiscreet ? words.plainSubject : words.subject,
    { title: action.title[language], city: city.name },
    language,
  );
  return {
    subject: subjects?.[language] || usual,
    isDiscreet,
    title: action.title[language],
    city: city.name,
    contactEmail: campaign.contactEmail,
    accent: campaign.accent,
    asks: asks.map((ask) => mailedAsk(ask, context, { now, language })),
    liveUrl: `${settings.publicUrl}${pathOf(action)}?lang=${language}`,
  };
}
