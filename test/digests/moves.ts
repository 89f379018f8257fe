import { env } from 'cloudflare:workers';
import { findContext } from '../../worker/actions/context.ts';
import type { Statement } from '../../worker/statements/rules/statement.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { withSurvey } from '../../worker/surveys/cache.ts';
import { storedStatements } from '../statements/independent.ts';
import { testApp } from '../support/app.ts';
import { freshSlug, type KitOverrides } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { smallSurvey, surveyKit } from '../support/surveys.ts';
import { storedDigests } from './stored.ts';

export type CommitteeSlug = 'safety' | 'budget';

/**
 * A campaign with a petition and a survey, opened on Monday, November 23, 2026, in a council with two committees. Both
 * actions are addressed to the first one.
 */
export async function twoCommittees({
  budgetDay = 1,
  ...overrides
}: KitOverrides & { budgetDay?: number } = {}) {
  const app = testApp();
  const kit = surveyKit({ ...overrides, survey: { ...smallSurvey(freshSlug('moved')) } });
  const [safety] = kit.council.committees;
  kit.council.committees.push({
    ...safety!,
    slug: 'budget',
    contact_email: `budget-${safety!.contact_email}`,
    digest: { day: budgetDay, hour: 7 },
  });
  const [petition, survey] = [kit.petitions[0]!.slug, kit.surveys[0]!.slug];
  async function publish(at: string) {
    const opened = await openKit(env.DB, kit, new Date(at));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  }
  await publish('2026-11-23T15:00:00Z');
  const contextOf = async (slug: string) => (await findContext(env.DB, slug))!;
  const idOf = async (committee: CommitteeSlug) =>
    (await env.DB.prepare(
      'SELECT committees.id FROM committees JOIN councils ON councils.id = council_id JOIN cities ON cities.id = city_id WHERE cities.slug = ? AND committees.slug = ?',
    )
      .bind(kit.city.slug, committee)
      .first<number>('id'))!;
  return {
    app,
    kit,
    petition: (await contextOf(petition)).action,
    survey: (await withSurvey(app.deps, await contextOf(survey), app.now())) as SurveyContext,
    idOf,
    email: (committee: CommitteeSlug) => {
      return kit.council.committees.find(({ slug }) => slug === committee)!.contact_email;
    },
    /** Publishes the kit with an action addressed to another committee. */
    async move(slug: string, committee: CommitteeSlug, at: string) {
      for (const one of [...kit.petitions, ...kit.surveys]) if (one.slug === slug) one.committee = committee;
      await publish(at);
    },
    digestsOf: async (committee: CommitteeSlug) => storedDigests(await idOf(committee)),
  };
}

export type TwoCommittees = Awaited<ReturnType<typeof twoCommittees>>;

/** What all digests told of an action, in the order of the weeks. */
export async function linesOf(slug: string, section = 'petitions') {
  const { results } = await env.DB.prepare(
    `SELECT week, committees.slug AS committee, confirmed, change, corrected
    FROM digest_lines JOIN committees ON committees.id = committee_id
    WHERE digest_lines.slug = ? AND section = ? ORDER BY week, committee_id`,
  )
    .bind(slug, section)
    .all<{ week: string; committee: string; confirmed: number; change: number; corrected: number }>();
  return results;
}

/** Statements follow one another, each of another week, and name the one before. */
export async function statedWeeks(actionId: number): Promise<string[]> {
  return (await storedStatements(actionId)).map(({ week }: Statement) => week);
}
