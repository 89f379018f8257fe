import { Hono } from 'hono';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { cachedText, sendPage } from '../platform/http/cached-page.ts';
import { joinQueries, listQuery, runQuery } from '../platform/query.ts';
import { cachedShell } from './cached-shell.ts';
import { AccessibilityPage, PrivacyPage } from './pages/policy-pages.tsx';
import { type PrivacySection, privacyTopics } from './privacy-section.ts';
import { spokenIn } from './rules.ts';
import { shellOf } from './shell.ts';
import { campaignNamed, campaignQuery } from './store.ts';

/** What happens to the data that people enter, and what to do if a page does not work for somebody. */
export function policyRoutes(sections: readonly PrivacySection[]) {
  const routes = new Hono<AppEnv>();

  routes.get('/campaigns/:campaign/privacy', async (c) => {
    const slug = c.req.param('campaign');
    const shell = cachedShell(c, `/campaigns/${slug}/privacy`);
    const page = await cachedText(c.var, shell, () => privacyPage(c, slug, { sections, shell }));
    return page ? sendPage(c, page) : c.notFound();
  });

  routes.get('/campaigns/:campaign/accessibility', async (c) => {
    const slug = c.req.param('campaign');
    const shell = cachedShell(c, `/campaigns/${slug}/accessibility`);
    const page = await cachedText(c.var, shell, async () => {
      const campaign = await runQuery(c.var.deps.db, campaignQuery(c.var.deps.db, campaignNamed(slug)));
      if (!campaign) return null;
      return String(<AccessibilityPage shell={shell.of(campaign)} email={campaign.contactEmail} />);
    });
    return page ? sendPage(c, page) : c.notFound();
  });

  routes.get('/accessibility', (c) => c.html(<AccessibilityPage shell={shellOf(c, null)} email={null} />));

  return routes;
}

/** Null if there is no such campaign. */
async function privacyPage(
  c: PageContext,
  slug: string,
  { sections, shell }: { sections: readonly PrivacySection[]; shell: ReturnType<typeof cachedShell> },
): Promise<string | null> {
  const { db, settings } = c.var.deps;
  const named = campaignNamed(slug);
  const query = joinQueries({
    campaign: campaignQuery(db, named),
    parts: listQuery(sections.map((section) => section(db, named))),
  });
  const { campaign, parts } = await runQuery(db, query);
  if (!campaign) return null;
  const language = spokenIn(campaign, c.var.language);
  const said = parts.map((part) => part({ campaign, language, settings }));
  const topics = privacyTopics
    .map((topic) => ({ topic, lines: said.flatMap((lines) => lines[topic] ?? []) }))
    .filter(({ lines }) => lines.length > 0);
  return String(
    <PrivacyPage
      shell={shell.of(campaign)}
      campaign={{ title: campaign.title[language], contactEmail: campaign.contactEmail }}
      topics={topics}
    />,
  );
}
