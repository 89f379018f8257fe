import { formatInstant, message } from '../../web/language.ts';
import { byCommand } from '../organize/act-rules.ts';
import { actsQuery } from '../organize/act-store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { actWords } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { actKindsOf, plainWords } from '../organize/sections.ts';
import { runQuery } from '../platform/query.ts';
import { listMailsAbout, type MailSaid } from './browse-store.ts';
import { listDecisions } from './decision-store.ts';
import { consoleCopy } from './pages/console-copy.ts';
import type { Signature } from './store.ts';

export type HappenedRow = { when: string; what: string; who: string };

type Event = { at: Date; what: string; who: string };

const mostActs = 50;

/** What happened to a signature, oldest first. Nothing of it is opened. */
export async function historyOf(c: ConsoleContext, signature: Signature): Promise<HappenedRow[]> {
  const { deps, campaign, language } = c.var;
  const words = consoleCopy[language].one;
  const [mails, told, decisions] = await Promise.all([
    listMailsAbout(deps.db, signature.id),
    actEvents(c, signature.id),
    decisionEvents(c, signature.id),
  ]);
  const acts = [...told, ...decisions.filter(({ at }) => !told.some((act) => isSame(act.at, at)))];
  const owner = (at: Date | null, what: string): Event[] => (at ? [{ at, what, who: words.owner }] : []);
  const events = [
    ...owner(signature.receivedAt, words.events.received),
    ...owner(signature.confirmedAt, words.events.confirmed),
    ...owner(laterChange(signature, acts), words.events.changed),
    ...owner(signature.erasedAt, words.events.erased),
    ...mails.map((mail) => mailEvent(mail, c)),
    ...acts,
  ];
  return events
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, ...event }) => ({ ...event, when: formatInstant(at, campaign.timeZone, language) }));
}

/** A change that nothing else in the history explains. */
function laterChange(
  { receivedAt, confirmedAt, changedAt, erasedAt }: Signature,
  acts: Event[],
): Date | null {
  const known = [receivedAt, confirmedAt, erasedAt, ...acts.map(({ at }) => at)];
  return known.some((at) => at && isSame(at, changedAt)) ? null : changedAt;
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}

/** Also acts about more than this signature: about a pair, or about many at once. */
async function decisionEvents(c: ConsoleContext, id: string): Promise<Event[]> {
  const { states, one } = consoleCopy[c.var.language];
  const decisions = await listDecisions(c.var.deps.db, id);
  return decisions.flatMap(({ kind, madeAt, endedAt }) => [
    { at: madeAt, what: states[kind], who: one.organizer },
    ...(endedAt ? [{ at: endedAt, what: one.events.takenBack, who: one.organizer }] : []),
  ]);
}

function mailEvent({ kind, state, createdAt, sentAt }: MailSaid, c: ConsoleContext): Event {
  const { events, system } = consoleCopy[c.var.language].one;
  const [word = ''] = kind.split(/[:-]/);
  const named: Record<string, string> = events.mail;
  const states: Record<string, string> = events.mailStates;
  return {
    at: sentAt ?? createdAt,
    what: `${named[word] ?? events.mail.other}: ${states[state] ?? state}`,
    who: system,
  };
}

async function actEvents(c: ConsoleContext, id: string): Promise<Event[]> {
  const { deps, campaign, sections, language } = c.var;
  const filter = { subject: id };
  const acts = await runQuery(deps.db, actsQuery(deps.db, campaign.id, { filter, most: mostActs }));
  const emails = await emailsOf(
    deps,
    acts.map(({ actor }) => actor),
  );
  return acts.map((act) => {
    const done = actWords(actKindsOf(sections).get(act.kind)?.words ?? plainWords(act.kind), act, language);
    const why = act.reason === '' ? '' : reasonWords(act.kind, act.reason, language);
    const who = act.actor === byCommand ? byCommand : (emails.get(act.actor) ?? act.actor);
    return { at: act.at, what: why === '' ? done : `${done}. ${why}`, who };
  });
}

function reasonWords(kind: string, reason: string, language: 'en' | 'es'): string {
  const words = consoleCopy[language].one;
  const codes: Record<string, string> = words.sealed.codes;
  const said = kind === 'open-person' ? (codes[reason] ?? reason) : reason;
  return kind === 'strike-off' ? '' : message(words.reasonIs, { reason: said }, language);
}
