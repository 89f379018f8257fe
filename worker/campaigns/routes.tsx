import { Hono } from 'hono';
import type { Language } from '../../web/language.ts';
import { type ActionRow, listActions } from '../actions/list-store.ts';
import { newsShown } from '../actions/news.tsx';
import { pathOf } from '../actions/rules.ts';
import { type Action, listActionsOfCampaign } from '../actions/store.ts';
import { listPartners, listSources } from '../coalition/store.ts';
import { findCouncilOfCampaign } from '../councils/store.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { problem } from '../platform/http/problem.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import { CampaignPage } from './pages/campaign-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { publicCampaign } from './public.ts';
import { type Campaign, nextJuncture, timelineOf } from './rules.ts';
import { factOf, headlineFactOf, shellOf } from './shell.ts';
import { findCampaign, listCampaigns } from './store.ts';

/** The pages that lead to everything else. */
export function campaignRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/', async (c) => {
    const { db } = c.var.deps;
    const [campaigns, actions] = await Promise.all([listCampaigns(db), listActions(db)]);
    return c.html(homePage(c, campaigns, actions));
  });

  routes.get('/campaigns/:campaign', async (c) => {
    const { db } = c.var.deps;
    const campaign = await findCampaign(db, c.req.param('campaign'));
    return campaign ? c.html(await campaignPage(c, campaign)) : c.notFound();
  });

  routes.get('/api/v1/campaigns/:campaign', async (c) => {
    const { db } = c.var.deps;
    const campaign = await findCampaign(db, c.req.param('campaign'));
    if (!campaign) return problem(c, 404, { title: 'No such campaign' });
    const [actions, partners, sources] = await Promise.all([
      listActions(db),
      listPartners(db, campaign.id),
      listSources(db, campaign.id),
    ]);
    return c.json(publicCampaign(campaign, { actions, partners, sources }, c.var));
  });

  return routes;
}

function homePage(c: PageContext, campaigns: Campaign[], actions: ActionRow[]) {
  const { language } = c.var;
  return (
    <HomePage
      shell={shellOf(c, null)}
      campaigns={campaigns.map(({ id, slug, title, city, ask }) => ({
        slug,
        title: title[language],
        city: city.name,
        region: city.region,
        ask: ask[language],
        signed: confirmedOf(actions, id, 'petition'),
        answered: confirmedOf(actions, id, 'survey'),
      }))}
    />
  );
}

/** Null where the campaign has nothing of this kind. */
function confirmedOf(actions: ActionRow[], id: number, kind: ActionRow['kind']): number | null {
  const own = actions.filter((action) => action.campaignId === id && action.kind === kind);
  return own.length === 0 ? null : own.reduce((sum, { confirmed }) => sum + confirmed, 0);
}

async function campaignPage(c: PageContext, campaign: Campaign) {
  const { deps, now, language } = c.var;
  const today = dateIn(campaign.city.timeZone, now);
  const [council, partners, held, listed] = await Promise.all([
    findCouncilOfCampaign(deps.db, campaign.id),
    listPartners(deps.db, campaign.id),
    listActionsOfCampaign(deps.db, campaign.id),
    listActions(deps.db),
  ]);
  const juncture = nextJuncture(campaign.junctures, today);
  return (
    <CampaignPage
      shell={shellOf(c, campaign)}
      site={deps.settings.publicUrl}
      title={campaign.title[language]}
      city={campaign.city}
      ask={campaign.ask[language]}
      summaryHtml={renderMarkdown(campaign.summary[language])}
      headlineFact={headlineFactOf(campaign.headlineFact, language)}
      facts={campaign.facts.map((fact) => factOf(fact, language))}
      nextJuncture={juncture && { name: juncture.name[language], on: juncture.on, days: juncture.days }}
      timeline={timelineOf(campaign, today).map(({ name, summary, ...moment }) => ({
        ...moment,
        name: name[language],
        text: summary[language],
      }))}
      actions={held.flatMap((action) => actionOf(action, listed, language))}
      council={
        council && {
          name: council.name[language],
          majority: council.majority,
          seats: council.seats.map(({ title }) => ({ title: title[language] })),
          committees: council.committees.map(({ name, remit }) => {
            return { name: name[language], remit: remit[language] };
          }),
        }
      }
      coalition={{
        partners: partners
          .filter(({ retired }) => !retired)
          .map(({ name, sector, siteUrl, role }) => {
            return { name: name[language], sector, site: siteUrl, role: role[language] };
          }),
        norms: campaign.norms.map((norm) => norm[language]),
      }}
      hashtags={campaign.hashtags}
      news={newsShown({ campaign, actions: held }, { now, language, most: newsOnPage })}
    />
  );
}

const newsOnPage = 6;

function actionOf(action: Action, listed: ActionRow[], language: Language) {
  const row = listed.find(({ slug }) => slug === action.slug);
  if (!row) return [];
  return [
    {
      title: action.title[language],
      description: action.ask[language],
      href: pathOf(action),
      progress: { kind: action.kind, confirmed: row.confirmed, goal: row.goal },
    },
  ];
}
