import { Hono } from 'hono';
import type { ShownEntry } from '../../web/components/entry-list.tsx';
import { cachedShell } from '../campaigns/cached-shell.ts';
import { campaignQuery } from '../campaigns/store.ts';
import { utf8 } from '../platform/crypto/bytes.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText, sendPage } from '../platform/http/cached-page.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { entriesQuery } from '../questions/entry-store.ts';
import { pagePath } from '../questions/links.ts';
import { shownEntries } from '../questions/shown.ts';
import { namedQuestionsQuery } from './answers-store.ts';
import { comparisonPath } from './links.ts';
import { ComparisonPage } from './pages/comparison-page.tsx';
import { shownComparison } from './shown.ts';
import { campaignOfComparison, comparisonQuery } from './store.ts';

/** A page tells so many myths, in so many bytes; the rest are with the campaign’s questions. */
const mostMyths = 6;
const mostOfMyths = 2000;

function fitting(myths: readonly ShownEntry[]): ShownEntry[] {
  const bytes = myths.map(({ asked, fact, answerHtml }) => utf8(asked + fact + answerHtml).length);
  const upTo = (i: number) => bytes.slice(0, i + 1).reduce((sum, one) => sum + one, 0);
  return myths.slice(0, mostMyths).filter((_, i) => upTo(i) <= mostOfMyths);
}

export function budgetRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/budget/:comparison', async (c) => {
    const slug = c.req.param('comparison');
    const { db, settings } = c.var.deps;
    const path = comparisonPath(slug);
    const shell = cachedShell(c, path);
    const page = await cachedText(c.var, shell, async () => {
      const named = campaignOfComparison(slug);
      const { campaign, comparison, questions, entries } = await runQuery(
        db,
        joinQueries({
          campaign: campaignQuery(db, named),
          comparison: comparisonQuery(db, slug),
          questions: namedQuestionsQuery(db, knownValue(slug)),
          entries: entriesQuery(db, named),
        }),
      );
      if (!campaign || !comparison) return null;
      const own = shell.of(campaign);
      const myths = shownEntries(campaign, entries, own.language).filter(({ kind }) => kind === 'myth');
      return String(
        <ComparisonPage
          shell={own}
          site={settings.publicUrl}
          path={path}
          comparison={shownComparison(comparison, questions, own.language)}
          myths={fitting(myths)}
          questions={pagePath(campaign.slug)}
        />,
      );
    });
    return page ? sendPage(c, page) : c.notFound();
  });

  return routes;
}
