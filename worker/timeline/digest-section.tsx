import { formatDate, type Language, message, type Text } from '../../web/language.ts';
import { timelineOf } from '../campaigns/rules.ts';
import { paragraphsBlock } from '../digests/mail-blocks.tsx';
import type { DigestSection, MailPart, PageSurroundings, TallyHead } from '../digests/section.ts';
import { StaffLines } from '../digests/staff-lines.tsx';
import { dateIn, daysBetween } from '../platform/time/clock.ts';
import { digestCopy } from './digest-copy.ts';
import { type DatesForCommittee, datesForCommitteeQuery } from './digest-store.ts';
import { timelinePath } from './links.ts';

/** `days` from the day of the report. */
type Coming = { name: Text; on: string; days: number; decides: Text | null };
type DatesTally = TallyHead & { contactEmail: string; phases: Text[]; junctures: Coming[] };

/** A digest names so many junctures; the page has all of them. */
const mostJunctures = 3;

/** Which phase a campaign is in and which junctures are coming. It counts nobody, and tells nothing of the plan. */
export const timelineDigest: DigestSection<DatesForCommittee[], DatesTally, DatesTally, DatesTally> = {
  key: 'timeline',
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  snapshot: datesForCommitteeQuery,
  make: (campaigns, { dueOn }) => ({
    tallies: campaigns.flatMap((one) => talliesOf(one, dueOn)),
    problems: [],
  }),
  now: (campaigns, at, { city }) => {
    const today = dateIn(city.timeZone, at);
    return campaigns.flatMap((one) => talliesOf(one, today));
  },
  howCounted: () => [],
  mail: (tally, { language, publicUrl }) => mailPart(tally, language, publicUrl),
  weekOnPage: onPage,
  nowOnPage: onPage,
  json: { nowKey: 'timeline_now', week: jsonOf, now: jsonOf },
};

/** None once no juncture is coming: what is over needs no report. */
function talliesOf(
  { slug, title, contactEmail, phases, junctures }: DatesForCommittee,
  today: string,
): DatesTally[] {
  const coming = junctures
    .filter(({ on }) => on >= today)
    .sort((a, b) => a.on.localeCompare(b.on))
    .slice(0, mostJunctures)
    .map(({ name, on, decides }) => ({ name, on, days: daysBetween(today, on), decides }));
  if (coming.length === 0) return [];
  const running = timelineOf({ phases, junctures: [] }, today).filter(({ when }) => when === 'now');
  return [{ slug, title, contactEmail, phases: running.map(({ name }) => name), junctures: coming }];
}

function linesOf({ phases, junctures }: DatesTally, language: Language): string[] {
  const words = digestCopy[language];
  const names = new Intl.ListFormat(language).format(phases.map((name) => name[language]));
  return [
    ...(phases.length === 0 ? [] : [message(words.phase, { names }, language)]),
    ...junctures.map(({ name, on, days, decides }) => {
      const juncture = { date: formatDate(on, language), days, name: name[language] };
      const line = message(words.juncture, juncture, language);
      return decides ? `${line} ${message(words.decides, { what: decides[language] }, language)}` : line;
    }),
  ];
}

function onPage(tally: DatesTally, { shell }: PageSurroundings) {
  const { language } = shell;
  const words = digestCopy[language];
  return (
    <StaffLines
      shell={shell}
      title={message(words.heading, { title: tally.title[language] }, language)}
      lines={linesOf(tally, language)}
      more={{ href: timelinePath(tally.slug), text: words.more }}
    />
  );
}

function mailPart(tally: DatesTally, language: Language, site: string): MailPart {
  const words = digestCopy[language];
  const heading = message(words.heading, { title: tally.title[language] }, language);
  const lines = linesOf(tally, language);
  const [next] = tally.junctures;
  const values = { date: next ? formatDate(next.on, language) : '', name: next?.name[language] ?? '' };
  return {
    campaign: { slug: tally.slug, contactEmail: tally.contactEmail },
    ...{
      title: heading,
      summary: lines.join(' '),
      subject: message(words.subject, values, language),
      news: [],
    },
    blocks: [
      paragraphsBlock(2, {
        heading,
        lines,
        more: { href: site + timelinePath(tally.slug), text: words.more },
      }),
    ],
  };
}

function jsonOf({ slug, phases, junctures }: DatesTally, _city: unknown, language: Language) {
  return {
    campaign: slug,
    phases: phases.map((name) => name[language]),
    junctures: junctures.map(({ name, on, decides }) => {
      return { name: name[language], on, decides: decides?.[language] ?? null };
    }),
  };
}
