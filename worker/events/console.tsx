import type { Language } from '../../web/language.ts';
import { normsQuery } from '../coalition/norms-store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { codeOf } from '../signatures/decision-rules.ts';
import { metText } from './conditions/console-text.ts';
import {
  type ConsoleEvent,
  eventsOfCampaignQuery,
  findEventOfCampaign,
  findSealedNote,
  listSignUps,
} from './console-store.ts';
import { doorPath } from './door/links.ts';
import { doorPart } from './door/section.ts';
import { cameQuery } from './door/store.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { EventsConsole, SignUpsConsole } from './pages/console-pages.tsx';
import { type Event, type Slot, slotNamed, slotTitle } from './rules.ts';
import { openNote } from './sealing.ts';
import { formatSpan } from './time-rules.ts';
import { hoursText } from './volunteer/hours-rules.ts';
import { hoursTotalQuery, toldQuartersQuery } from './volunteer/store.ts';
import { eventNumbers } from './week-numbers.ts';

const { en, es } = consoleCopy;
const eventsShown = 50;
const signUpsOnPage = 50;

/** Events, their places and who signed up by code; what people said about their safety, with an act. */
export const eventsSection: ConsoleSection = {
  verbs: {
    'look-at-events': { role: 'viewer' },
    'look-at-sign-ups': { role: 'moderator' },
    'open-safety-note': { role: 'editor' },
    ...doorPart.verbs,
  },
  menu: [
    {
      path: '/events',
      order: 32,
      inKit: 'events',
      label: { en: en.title, es: es.title },
      verb: 'look-at-events',
    },
  ],
  numbers: eventNumbers,
  routes(console) {
    console.get('/events', 'look-at-events', eventsPage);
    console.get('/events/:event', 'look-at-sign-ups', (c) => signUpsPage(c, null));
    console.post('/events/:event/sign-ups/:signUp/open', 'open-safety-note', openPressed);
    doorPart.routes(console);
  },
  acts: {
    'open-safety-note': { words: { en: en.act, es: es.act }, verb: 'open-safety-note' },
    ...doorPart.acts,
  },
  subjects: doorPart.subjects,
  facts: doorPart.facts,
};

async function eventsPage(c: ConsoleContext) {
  const { deps, campaign, language } = c.var;
  const [frame, { events, quarters }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      deps.db,
      joinQueries({
        events: eventsOfCampaignQuery(deps.db, { campaignId: campaign.id, most: eventsShown }),
        quarters: toldQuartersQuery(deps.db, campaign.id),
      }),
    ),
  ]);
  return c.html(
    <EventsConsole
      frame={frame}
      hours={quarters === 0 ? null : hoursText(quarters, language)}
      events={events.map(({ slug, title, event, seats }) => ({
        title: title[language],
        path: consolePath(campaign, `/events/${slug}`),
        times: event.slots.map((slot) => ({
          when: formatSpan(slot, campaign.timeZone, language),
          taken: seats[slot.slug]?.taken ?? 0,
          capacity: slot.capacity,
          waiting: seats[slot.slug]?.waiting ?? 0,
        })),
      }))}
    />,
  );
}

function findAsked(c: ConsoleContext): Promise<ConsoleEvent | null> {
  const { deps, campaign } = c.var;
  return findEventOfCampaign(deps.db, { campaignId: campaign.id, slug: c.req.param('event') ?? '' });
}

async function signUpsPage(c: ConsoleContext, opened: { code: string; note: string } | null) {
  const { deps, campaign, language, session } = c.var;
  const found = await findAsked(c);
  if (!found) return refuse(c, 'not-found');
  const after = c.req.query('after') ?? '';
  const [frame, listed, { came, hours, norms }] = await Promise.all([
    consoleFrame(c),
    listSignUps(deps.db, { actionId: found.actionId, after, most: signUpsOnPage }),
    runQuery(
      deps.db,
      joinQueries({
        came: cameQuery(deps.db, found.actionId),
        hours: hoursTotalQuery(deps.db, found.actionId),
        norms: normsQuery(deps.db, knownValue(campaign.id)),
      }),
    ),
  ]);
  const path = consolePath(campaign, `/events/${found.slug}`);
  const shown = listed.slice(0, signUpsOnPage);
  const maySee = c.var.may('look-at-signatures');
  const spoken = { timeZone: campaign.timeZone, language };
  return c.html(
    <SignUpsConsole
      frame={frame}
      event={{ title: found.title[language], publicPath: `/events/${found.slug}` }}
      doors={found.event.slots.map((slot) => ({
        when: formatSpan(slot, campaign.timeZone, language),
        href: consolePath(campaign, doorPath(found.slug, slot.slug)),
        ...(came[slot.slug] ?? { checkedIn: 0, walkIns: 0 }),
      }))}
      hours={hours}
      backPath={consolePath(campaign, '/events')}
      asksAnything={found.event.roles.some((role) => role.asksNorms || role.lessons.length > 0)}
      signUps={shown.map(({ id, slot, seat, number, hasNote, held }) => {
        const time = slotNamed(found.event, slot);
        return {
          ...{ id, seat, number, hasNote, code: codeOf(id) },
          href: maySee ? consolePath(campaign, `/signatures/${id}`) : null,
          when: time ? shiftText(found.event, time, spoken) : slot,
          met: time ? metText(found.event, { slot: time, held, norms }, spoken) : '',
        };
      })}
      pager={{
        next: listed.length > signUpsOnPage ? `${path}?after=${shown.at(-1)?.id}` : null,
        first: after === '' ? null : path,
      }}
      open={
        c.var.may('open-safety-note')
          ? { formToken: session.formToken, pathOf: (id) => `${path}/sign-ups/${id}/open` }
          : null
      }
      opened={opened}
    />,
  );
}

function shiftText(
  event: Event,
  slot: Slot,
  { timeZone, language }: { timeZone: string; language: Language },
): string {
  const title = slotTitle(event, slot)?.[language];
  return [title, formatSpan(slot, timeZone, language)].filter(Boolean).join(': ');
}

/** The log says so first. */
async function openPressed(c: ConsoleContext) {
  const { deps, campaign, organizer, now } = c.var;
  const found = await findAsked(c);
  const id = c.req.param('signUp') ?? '';
  const held = found && (await findSealedNote(deps.db, { id, actionId: found.actionId }));
  if (!held) return refuse(c, 'not-found');
  const act = { campaign, actor: organizer.id, kind: 'open-safety-note', subject: id };
  const done = await commitWithAct(deps, { act, steps: [], now });
  if (!done.ok) return refuse(c, 'bad-request');
  return signUpsPage(c, { code: codeOf(id), note: await openNote(deps.keyring, held) });
}
