import type { Update } from '../campaigns/rules.ts';
import type { Text } from '../places/rules.ts';
import { localInstant } from '../platform/time/clock.ts';
import type { ActionKind } from './rules.ts';

type Action = {
  kind: ActionKind;
  slug: string;
  title: Text;
  thresholds: { signatures: number; name: Text; reachedAt: Date | null }[];
};

/** One thing that happened: told by the organizers, or a threshold that was reached. */
export type News = { at: Date } & (
  | ({ kind: 'update' } & Update)
  | { kind: 'threshold'; action: Omit<Action, 'thresholds'>; signatures: number; name: Text }
);

/** What has happened so far, newest first. An update counts as of noon of its day in the city's time zone. */
export function newsOf(
  updates: Update[],
  actions: Action[],
  { timeZone, today }: { timeZone: string; today: string },
): News[] {
  const told = updates
    .filter(({ on }) => on <= today)
    .map((update) => ({ kind: 'update' as const, at: noonOf(update.on, timeZone), ...update }));
  const reached = actions.flatMap(({ thresholds, ...action }) =>
    thresholds.flatMap(({ signatures, name, reachedAt }) =>
      reachedAt ? [{ kind: 'threshold' as const, at: reachedAt, action, signatures, name }] : [],
    ),
  );
  return [...told, ...reached].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Never changes, so that feed readers recognize what they have already shown. */
export function newsId(news: News): string {
  return news.kind === 'update' ? `update-${news.slug}` : `${news.action.slug}-${news.signatures}`;
}

function noonOf(on: string, timeZone: string): Date {
  return localInstant(`${on}T12:00`, timeZone);
}
