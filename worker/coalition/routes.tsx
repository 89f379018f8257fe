import { type Context, Hono } from 'hono';
import type { ActionKinds } from '../actions/kind.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { privatePage } from '../platform/http/security.ts';
import { log } from '../platform/log.ts';
import { webhooksOf } from '../webhooks/partner-webhooks.ts';
import { partnerCsv, partnerJson } from './partner-downloads.ts';
import { readPartnerToken } from './partner-links.ts';
import { broughtBy, imbalancesOfActions } from './partner-rules.ts';
import { loadPartnerSnapshot } from './partner-store.ts';
import { partnerLinkPage, partnerPage } from './partner-view.tsx';
import type { Partner } from './rules.ts';
import { findPartner } from './store.ts';

type PartnerContext = Context<AppEnv>;
type Named = { partner: Partner; campaign: Campaign };

/** What a partner of the coalition reaches by its link. */
export function partnerRoutes(kinds: ActionKinds) {
  const routes = new Hono<AppEnv>();
  routes.use('/partners/*', privatePage);

  routes.get('/partners/:file', async (c) => {
    // A token holds no dot.
    const [token = '', ...suffix] = c.req.param('file').split('.');
    const named = await partnerLink(c, token);
    if (named instanceof Response) return named;
    switch (suffix.join('.')) {
      case '':
        return c.html(await wholePage(c, named, { token, kinds }));
      case 'csv':
        return sendCsv(c, named);
      case 'json':
        return sendJson(c, named);
      default:
        return c.html(partnerLinkPage(c, null, { kind: 'unknown' }), 404);
    }
  });

  return routes;
}

async function wholePage(
  c: PartnerContext,
  named: Named,
  { token, kinds }: { token: string; kinds: ActionKinds },
) {
  const actions = await balancedActions(c, named);
  return partnerPage(c, named, {
    token,
    kinds,
    actions,
    webhooks: await webhooksOf(c.var.deps.db, named.partner.id),
  });
}

async function partnerLink(c: PartnerContext, token: string): Promise<Named | Response> {
  const { deps, language } = c.var;
  const link = await readPartnerToken(deps.keyring, token);
  const partner = link && (await findPartner(deps.db, link.partnerId));
  const campaign = partner && (await findCampaignById(deps.db, partner.campaignId));
  if (!link || !campaign) return c.html(partnerLinkPage(c, null, { kind: 'unknown' }), 404);
  if (link.version === partner.link) return { partner, campaign };
  const about = { kind: 'gone', partner: partner.name[language], contact: campaign.contactEmail } as const;
  return c.html(partnerLinkPage(c, campaign, about), 410);
}

/** A partner would rather see nothing than numbers that do not add up. */
async function balancedActions(c: PartnerContext, { partner, campaign }: Named) {
  const actions = broughtBy(partner.slug, await loadPartnerSnapshot(c.var.deps.db, campaign.id));
  const problems = imbalancesOfActions(actions);
  if (problems.length === 0) return actions;
  log('error', 'partner-page-does-not-balance', { partner: partner.id, first: problems[0] ?? '' });
  throw new Error(`the page of partner ${partner.id} does not balance`);
}

async function sendCsv(c: PartnerContext, named: Named) {
  return c.body(partnerCsv(await balancedActions(c, named), c.var.language), 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${named.partner.slug}.csv"`,
  });
}

async function sendJson(c: PartnerContext, named: Named) {
  const { language, now } = c.var;
  const about = { campaign: named.campaign.slug, asOf: now, language };
  return c.json(partnerJson(named.partner, await balancedActions(c, named), about));
}
