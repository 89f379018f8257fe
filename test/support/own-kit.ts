import { kitWithTraining, someModule } from '../training/support.ts';
import { site } from './address.ts';
import { askingKit } from './asking-kit.ts';
import { dateFrom, mondayMorning } from './calendar.ts';
import { coalitionKit } from './coalition.ts';
import { eventKit } from './event-kit.ts';
import { type KitOverrides, smallKit } from './factories.ts';
import { openKit } from './kits.ts';
import { type SurveyOverrides, surveyKit } from './surveys.ts';

/**
 * Opens a campaign for one test on the shared server, for two months. `name` becomes a slug that no other test may use;
 * the committee's address is NAME@example.org.
 */
export async function openOwnKit(
  name: string,
  { at = new Date(), ...overrides }: KitOverrides & { at?: Date } = {},
): Promise<{ petition: string; committee: string }> {
  const named = await openNamed(name, smallKit({ ...openAround(at), ...overrides }), at);
  return {
    petition: named.petitions[0]?.slug ?? '',
    committee: named.council.committees[0]?.contact_email ?? '',
  };
}

/** The same with asks that its committee is to answer: see asking-kit.ts. */
export async function openOwnAsking(name: string): Promise<{ petition: string; committee: string }> {
  const at = new Date();
  const named = await openNamed(name, askingKit(openAround(at)), at);
  return {
    petition: named.petitions[0]?.slug ?? '',
    committee: named.council.committees[0]?.contact_email ?? '',
  };
}

/** The same with a small survey; returns its slug. */
export async function openOwnSurvey(name: string, overrides: SurveyOverrides = {}): Promise<string> {
  const at = new Date();
  const kit = surveyKit({
    ...openAround(at),
    ...overrides,
    survey: { slug: `${name}-survey`, ...overrides.survey },
  });
  return (await openNamed(name, kit, at)).surveys[0]?.slug ?? '';
}

/** The same with a small event; returns its slug. */
export async function openOwnEvent(name: string, event: Record<string, unknown> = {}): Promise<string> {
  const at = new Date();
  const evening = (slug: string, day: string) => {
    return { slug, starts: `${day}T18:00`, ends: `${day}T20:00`, capacity: 2 };
  };
  const times = [evening('first', '2099-01-14'), evening('second', '2099-01-21')];
  const kit = eventKit({ ...openAround(at), event: { slug: `${name}-event`, times, ...event } });
  return (await openNamed(name, kit, at)).events[0]?.slug ?? '';
}

/** The same with two shifts of one role, which asks for norms and for the one lesson; returns the event's slug. */
export async function openOwnShifts(name: string): Promise<string> {
  const at = new Date();
  const both = (text: string) => ({ en: text, es: `${text} (es)` });
  const shift = (slug: string, day: string) => {
    return { slug, role: 'desk', starts: `${day}T18:00`, ends: `${day}T20:00`, capacity: 2 };
  };
  const kit = eventKit({
    ...openAround(at),
    event: {
      slug: `${name}-event`,
      kind: 'shift',
      title: both('Shifts at the welcome desk'),
      roles: [{ slug: 'desk', name: both('Welcome desk'), norms: true, lessons: ['one'] }],
      times: [shift('first', '2099-01-14'), shift('second', '2099-01-21')],
    },
  });
  const { training, lessons } = kitWithTraining([someModule('one', ['a', 'b'])]);
  const norms = [
    both('Nobody is asked what happened to them.'),
    both('What people tell you at the desk stays there.'),
  ];
  const named = { ...kit, campaign: { ...kit.campaign, norms }, training, lessons };
  return (await openNamed(name, named, at)).events[0]?.slug ?? '';
}

function openAround(at: Date) {
  return { opensOn: dateFrom(at, -60), closesOn: dateFrom(at, 200) };
}

async function openNamed<Kit extends { city: { slug: string } }>(
  name: string,
  kit: Kit,
  at: Date,
): Promise<Kit> {
  const named: Kit = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, name));
  const opened = await openKit(site.db, named, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  await skipToday(name, at);
  return named;
}

/** Early on a Monday the digest of the week before is due as well, in which nothing has happened. */
async function skipToday(city: string, at: Date): Promise<void> {
  await site.db
    .prepare(
      `UPDATE committees SET next_digest_at = ?3 WHERE next_digest_at = ?2 AND council_id IN (
        SELECT id FROM councils WHERE city_id = (SELECT id FROM cities WHERE slug = ?1))`,
    )
    .bind(city, mondayMorning(at).getTime(), mondayMorning(at, 1).getTime())
    .run();
}

/** The same with three partners: see coalition.ts. */
export async function openOwnCoalition(name: string): Promise<{ petition: string; committee: string }> {
  const at = new Date();
  const kit = await openNamed(name, coalitionKit(openAround(at)), at);
  return {
    petition: kit.petitions[0]?.slug ?? '',
    committee: kit.council.committees[0]?.contact_email ?? '',
  };
}
