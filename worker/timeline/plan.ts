import { formatDay, formatNumber, type Language, message } from '../../web/language.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { ownerKey } from './form-rules.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { type OwnerChoice, ownerNames, ownersQuery } from './people.ts';
import { type Picture, pictureOf, type Row } from './picture-rules.ts';
import { momentsOf } from './public-picture.ts';
import { inOrder, type Measure, mostTactics, type Owner, type Tactic, warningsOf } from './rules.ts';
import { type Counted, countedQuery, type DatesOfCampaign, datesQuery, tacticsQuery } from './store.ts';

/** A plan with all around it that its pages need. */
export type LoadedPlan = {
  tactics: Tactic[];
  dates: DatesOfCampaign;
  counted: Counted;
  owners: OwnerChoice[];
  today: string;
};

/** `all`: also the counts by which nothing is measured yet, to choose from. */
export async function loadPlan(c: ConsoleContext, { all }: { all: boolean }): Promise<LoadedPlan> {
  const { deps, campaign, now } = c.var;
  const { db } = deps;
  const { tactics, dates, ...found } = await runQuery(
    db,
    joinQueries({
      tactics: tacticsQuery(db, { campaignId: campaign.id, most: mostTactics }),
      dates: datesQuery(db, knownValue(campaign.id)),
      counted: countedQuery(db, { campaignId: campaign.id, all }),
      owners: ownersQuery(c),
    }),
  );
  return {
    ...found,
    tactics: inOrder(tactics),
    dates: dates ?? { slug: campaign.slug, phases: [], junctures: [] },
    today: dateIn(campaign.timeZone, now),
  };
}

/** A tactic as its table shows it. */
export type Line = {
  id: string;
  title: string;
  phase: string | null;
  owner: string | null;
  startsOn: string;
  endsOn: string;
  needs: string[];
  juncture: string | null;
  outcome: string;
  measure: string | null;
  progress: Tactic['progress'];
  warnings: string[];
};

export async function linesOf(plan: LoadedPlan, language: Language): Promise<Line[]> {
  const { tactics, dates, counted, owners, today } = plan;
  const words = consoleCopy[language];
  const known = new Set(owners.map(({ owner }) => ownerKey(owner)));
  const isKnown = (owner: Owner) => known.has(ownerKey(owner));
  const named = await ownerNames(
    owners,
    tactics.flatMap(({ owner }) => owner ?? []),
  );
  return tactics.map((tactic) => {
    const { owner, juncture, phase, measure, ...told } = tactic;
    const waited = tactics.filter(({ id }) => told.needs.includes(id)).map(({ title }) => title);
    const found = dates.junctures.find(({ slug }) => slug === juncture);
    const values = {
      juncture: found?.name[language] ?? '',
      date: found ? formatDay(found.on, language) : '',
      others: waited.join(', '),
    };
    return {
      ...told,
      phase: dates.phases.find(({ slug }) => slug === phase)?.name[language] ?? null,
      owner: owner && (named.get(ownerKey(owner)) ?? words.gone),
      needs: waited,
      juncture: found?.name[language] ?? null,
      measure: measure && measureWords(measure, counted, language),
      warnings: warningsOf(tactic, { tactics, junctures: dates.junctures, isKnown, today }).map((one) =>
        message(words.warnings[one], values, language),
      ),
    };
  });
}

function measureWords(measure: Measure, { actions, trained }: Counted, language: Language): string {
  const { measures } = consoleCopy[language];
  const target = formatNumber(measure.target, language);
  const say = (template: string, n: number, title = '') =>
    message(template, { n: formatNumber(n, language), target, title }, language);
  if (measure.kind === 'own') return say(measures.own, measure.n, measure.what);
  if (measure.kind === 'trained')
    return trained === null ? say(measures.gone, 0) : say(measures.trained, trained);
  const found = actions.find(({ slug }) => slug === measure.action);
  return found ? say(byKind(measures, found.kind), found.n, found.title[language]) : say(measures.gone, 0);
}

/** The words for a kind of action; those of a petition for one that is not known here. */
export function byKind(words: { petition: string; survey: string; event: string }, kind: string): string {
  const known: Record<string, string> = words;
  return known[kind] ?? words.petition;
}

/** Tactics below the phase that each belongs to; first those of none. */
export function planPicture(plan: LoadedPlan, lines: readonly Line[], language: Language): Picture | null {
  const { tactics, dates, today } = plan;
  const needsLook = new Set(lines.filter(({ warnings }) => warnings.length > 0).map(({ id }) => id));
  const rowOf = ({ id, title, startsOn, endsOn, progress, needs }: Tactic): Row => ({
    ...{ id, label: needsLook.has(id) ? `* ${title}` : title, isHead: false, look: progress },
    ...{ from: startsOn, until: endsOn, needs },
  });
  const phases = dates.phases.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const rows = phases.flatMap(({ slug, name, startsOn, endsOn }): Row[] => [
    {
      ...{ id: `phase ${slug}`, label: name[language], isHead: true, look: 'phase', needs: [] },
      ...{ from: startsOn, until: endsOn },
    },
    ...tactics.filter(({ phase }) => phase === slug).map(rowOf),
  ]);
  const others = tactics.filter(({ phase }) => !phases.some(({ slug }) => slug === phase));
  return pictureOf([...others.map(rowOf), ...rows], momentsOf(dates, today, language));
}
