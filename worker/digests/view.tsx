import type { Child } from 'hono/jsx';
import { addressee } from '../../web/addressee.ts';
import { formatDate, type Language, message, timeZoneName } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { Committee } from '../councils/rules.ts';
import type { FoundCommittee } from '../councils/store.ts';
import { districtsIn } from '../places/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { findCampaignOf } from './campaign-of.ts';
import { shortDay, shortDayAndYear } from './dates.ts';
import { deliveryToken } from './links.ts';
import type { NowPart, StaffPageLoaded } from './load-staff-page.ts';
import { copy } from './pages/copy.ts';
import { DeliveryPage, type DeliveryPageProps } from './pages/delivery-page.tsx';
import { StaffPage, type StaffPageProps } from './pages/staff-page.tsx';
import { type TrendWords, WeekByWeek } from './pages/week-by-week.tsx';
import { howAllIsCounted, leadingFirst, type ReadablePart } from './readable.ts';
import { type DigestHead, isCounting } from './rules.ts';
import type { DigestSection } from './section.ts';
import type { StoredLine } from './store.ts';
import { datesOf } from './week-rules.ts';

export async function staffPage(
  c: PageContext,
  { committee, page }: { committee: FoundCommittee; page: StaffPageLoaded },
  { token, sections, shell }: { token: string; sections: readonly DigestSection[]; shell: Shell },
) {
  const { deps, now } = c.var;
  const { language } = shell;
  const href = `/tallies/${token}`;
  const names = addressee(
    {
      committee: committee.name[language],
      council: committee.council.name[language],
    },
    language,
  );
  const present = page.now.filter(({ section, all }) => isCounting(section) && all.length > 0);
  const { title, intro } = headingOf(present, sections, language);
  return (
    <StaffPage
      shell={shell}
      href={href}
      deliveryHref={`/digests/${await deliveryToken(deps.keyring, committee.id, committee.staffLink)}`}
      title={message(title, names, language)}
      intro={message(intro, names, language)}
      council={names.council}
      city={page.city}
      weekEndsOn={page.shown?.head.weekEndsOn ?? null}
      isLatest={page.isLatest}
      nextDigestAt={committee.nextDigestAt}
      parts={page.shown ? partsOfWeek(page, page.shown, { shell, href, now }) : partsOfNow(page, shell, now)}
      howCounted={howAllIsCounted(sectionsOn(page, sections), page.city, language)}
      downloads={downloadsOf(page, href, language)}
    />
  );
}

/** A section that stands alone may say what the page is; so does the first where there is nothing yet. */
function headingOf(present: NowPart[], sections: readonly DigestSection[], language: Language) {
  const [first, ...others] = present;
  const alone = others.length === 0 ? (first?.section ?? sections[0]) : undefined;
  return alone?.words[language].page ?? copy[language];
}

function sectionsOn({ now, shown }: StaffPageLoaded, sections: readonly DigestSection[]) {
  const isOn = (section: DigestSection) =>
    now.some((part) => part.section === section && part.all.length > 0) ||
    shown?.parts.some((part) => part.section === section && part.tallies.length > 0);
  const on = sections.filter(isOn);
  return (on.length > 0 ? on : sections.slice(0, 1)).map((section) => ({ section }));
}

type Showing = { shell: Shell; href: string; now: Date };

function partsOfWeek(
  page: StaffPageLoaded,
  { head, parts }: { head: DigestHead; parts: ReadablePart[] },
  { shell, href, now }: Showing,
): Child[] {
  const { language } = shell;
  const asOf = message(
    copy[language].asOfWeek,
    {
      date: formatDate(head.weekEndsOn, language),
      timeZone: timeZoneName(page.city.timeZone, language),
    },
    language,
  );
  return leadingFirst(parts).flatMap(({ section, tallies }) =>
    tallies.map((tally) => {
      const current = page.now
        .find((part) => part.section === section)
        ?.all.find(({ slug }) => slug === tally.slug);
      const lines = page.list.lines.filter(
        (line) => line.section === section.key && line.slug === tally.slug,
      );
      return section.weekOnPage(tally, {
        shell,
        city: page.city,
        asOf,
        now: page.isLatest && current ? { asOf: now, of: current } : null,
        weekByWeek: (words) => weekByWeek(page, lines, { shell, href, shown: head.week, words }),
      });
    }),
  );
}

function partsOfNow({ now, city }: StaffPageLoaded, shell: Shell, asOf: Date): Child[] {
  return leadingFirst(now).flatMap(({ section, all }) =>
    all.map((one) => section.nowOnPage(one, { shell, city, asOf })),
  );
}

function weekByWeek(
  { list, before }: StaffPageLoaded,
  lines: StoredLine[],
  { shell, href, shown, words }: { shell: Shell; href: string; shown: string; words: TrendWords },
): Child {
  const { language } = shell;
  const hrefOf = (week: string, before: string | null) =>
    `${href}?week=${week}${before ? `&before=${before}` : ''}`;
  const rows = lines.map(({ week, confirmed, change, corrected }) => {
    const { endsOn } = datesOf(week);
    const written = { short: shortDay(endsOn, language), withYear: shortDayAndYear(endsOn, language) };
    return { week, endsOn, written, href: hrefOf(week, before), confirmed, change, corrected };
  });
  return (
    <WeekByWeek
      shell={shell}
      rows={rows}
      shown={shown}
      words={words}
      earlierHref={list.hasMore ? hrefOf(shown, list.weeks[0] ?? null) : null}
      latestHref={before ? hrefOf(shown, null) : null}
    />
  );
}

function downloadsOf(
  { now, city, shown }: StaffPageLoaded,
  href: string,
  language: Language,
): StaffPageProps['downloads'] {
  const words = copy[language].download;
  const own = now.flatMap((part) => ownDownloads(part, href, language));
  const said = (columns: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(columns).map(([column, what]) => [column, message(what, districtsIn(city), language)]),
    );
  const isCredited = now.some(({ section, all }) =>
    all.some((one) => (section.csv?.counts?.(one).byPartner ?? []).length > 0),
  );
  return {
    files: [
      { href: `${href}.csv`, label: words.weeks },
      { href: `${href}/sources.csv`, label: words.sources },
      ...(isCredited ? [{ href: `${href}/partners.csv`, label: words.partners }] : []),
      ...own.flatMap(({ files }) => files),
      { href: `${href}.json`, label: words.json },
      ...(shown?.head.records ?? []).flatMap(({ slug, page, proof }) => [
        { href: page, label: message(words.record, { slug }, language) },
        { href: proof, label: message(words.proof, { slug }, language) },
      ]),
    ],
    explained: [
      { summary: words.explained, columns: said(words.columns) },
      ...own.map(({ summary, columns }) => ({ summary, columns: said(columns) })),
    ],
  };
}

/** The files of single tallies; none where a section has nothing of the kind. */
function ownDownloads({ section, all }: NowPart, href: string, language: Language) {
  const { csv } = section.words[language];
  if (!csv || !section.csv?.own || all.length === 0) return [];
  const files = all.map(({ slug, title }) => ({
    href: `${href}/${section.key}/${slug}.csv`,
    label: message(csv.label, { title: title[language] }, language),
  }));
  return [{ files, summary: csv.explained, columns: csv.columns }];
}

export async function deliveryPage(
  c: PageContext,
  committee: Committee,
  { isDone, problem }: Pick<DeliveryPageProps, 'isDone' | 'problem'>,
) {
  const shell = await shellOfCommittee(c, committee.id);
  return (
    <DeliveryPage
      shell={shell}
      token={c.req.param('token') ?? ''}
      committee={committee.name[shell.language]}
      frequency={committee.frequency}
      isDone={isDone}
      problem={problem}
    />
  );
}

/** Without a committee the link belongs to nobody. */
export async function shellOfCommittee(c: PageContext, committeeId: number | null) {
  return shellOf(c, committeeId === null ? null : await findCampaignOf(c.var.deps.db, committeeId));
}
