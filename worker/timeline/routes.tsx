import { Hono } from 'hono';
import { cachedShell } from '../campaigns/cached-shell.ts';
import { nextJuncture, timelineOf } from '../campaigns/rules.ts';
import { findCampaign } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText, sendPage } from '../platform/http/cached-page.ts';
import { dateIn } from '../platform/time/clock.ts';
import { timelinePath } from './links.ts';
import { TimelinePage } from './pages/timeline-page.tsx';
import { hasDates, publicPicture } from './public-picture.ts';

/** The page of phases and junctures. */
export function timelineRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/campaigns/:campaign/timeline', async (c) => {
    const { deps, now } = c.var;
    const slug = c.req.param('campaign');
    const shell = cachedShell(c, timelinePath(slug));
    const page = await cachedText(c.var, shell, async () => {
      const campaign = await findCampaign(deps.db, slug);
      if (!campaign || !hasDates(campaign)) return null;
      const own = shell.of(campaign);
      const { language } = own;
      const today = dateIn(campaign.city.timeZone, now);
      const next = nextJuncture(campaign.junctures, today);
      return String(
        <TimelinePage
          shell={own}
          site={deps.settings.publicUrl}
          next={next && { name: next.name[language], days: next.days }}
          picture={publicPicture(campaign, today, language)}
          entries={timelineOf(campaign, today).map(({ slug, name, summary, from, until, when }) => {
            const juncture = campaign.junctures.find((one) => one.slug === slug && one.on === from);
            const decides = juncture?.decides?.[language] ?? null;
            return { name: name[language], about: summary[language], decides, from, until, when };
          })}
        />,
      );
    });
    return page ? sendPage(c, page) : c.notFound();
  });

  return routes;
}
