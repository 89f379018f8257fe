import type { Campaign } from '../campaigns/rules.ts';
import { campaignNamed, campaignQuery } from '../campaigns/store.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import { sha256 } from '../platform/crypto/bytes.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { type Step, stepsOf } from './progress-rules.ts';
import type { Module, Training } from './rules.ts';
import { modulesQuery, trainingQuery } from './store.ts';

export type Course = {
  campaign: Campaign;
  training: Training;
  modules: Module[];
  steps: Step[];
  /** Changes with the questions, not with their wording. */
  version: string;
};

const courses = createShortCache<Course>({ most: 20, times: 30 });

/** Null where there is no such campaign, or its kit has no training. */
export async function cachedCourse(
  { deps, now }: Pick<PageContext['var'], 'deps' | 'now'>,
  slug: string,
): Promise<Course | null> {
  return courses.get(deps, slug, now, async () => {
    const named = campaignNamed(slug);
    const { db } = deps;
    const { campaign, training, modules } = await runQuery(
      db,
      joinQueries({
        campaign: campaignQuery(db, named),
        training: trainingQuery(db, named),
        modules: modulesQuery(db, named),
      }),
    );
    if (!campaign || !training) return null;
    return { campaign, training, modules, steps: stepsOf(modules), version: versionOf(modules) };
  });
}

function versionOf(modules: readonly Module[]): string {
  const questions = modules.map(({ slug, questions }) => [
    slug,
    ...questions.map((one) => [one.slug, one.answers.map(({ isRight }) => isRight)]),
  ]);
  return sha256(JSON.stringify(questions)).slice(0, 8);
}
