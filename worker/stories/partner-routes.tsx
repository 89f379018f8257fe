import { type Context, Hono } from 'hono';
import { shellOf, speak, withLanguage } from '../campaigns/shell.ts';
import { findCampaignById } from '../campaigns/store.ts';
import { readPartnerToken } from '../coalition/partner-links.ts';
import { findPartner } from '../coalition/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { inviterQuery } from './kit-store.ts';
import { invitationPath } from './links.ts';
import { InvitePage } from './pages/invite-page.tsx';
import type { Story } from './rules.ts';
import { listOfPartner, newestNumber } from './store.ts';
import { cancelInvitation, invite } from './telling.ts';

type PartnerContext = Context<AppEnv>;
type Inviter = { partner: { id: number; campaignId: number }; href: string };

const shownAtOnce = 50;

/** Where a partner that survivors lead invites them, behind the link to its own page. */
export function partnerStoryRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/partners/:token/stories/*', privatePage);
  routes.get('/partners/:token/stories', (c) => inviter(c, (found) => show(c, found)));
  routes.post('/partners/:token/stories', async (c) => {
    const form = await readForm(c);
    if (!form.ok) return refuseBody(c, form.error);
    return inviter(c, async ({ partner: { id, campaignId }, href }) => {
      // A number from before another invitation makes none: the page shows the new list.
      const seen = Number(form.value.values.seen);
      if (Number.isInteger(seen))
        await invite(c.var.deps, { campaignId, partnerId: id, seen, now: c.var.now });
      return c.redirect(withLanguage(c, href), 303);
    });
  });
  routes.post('/partners/:token/stories/:story/cancel', (c) =>
    inviter(c, async ({ partner, href }) => {
      await cancelInvitation(c.var.deps, { id: c.req.param('story'), partnerId: partner.id });
      return c.redirect(withLanguage(c, href), 303);
    }),
  );
  return routes;
}

async function inviter(c: PartnerContext, go: (found: Inviter) => Response | Promise<Response>) {
  const { deps } = c.var;
  const token = c.req.param('token') ?? '';
  const link = await readPartnerToken(deps.keyring, token);
  const partner = link && (await findPartner(deps.db, link.partnerId));
  if (!partner || partner.link !== link.version) return refuse(c, partner ? 'gone' : 'not-found');
  if (!(await runQuery(deps.db, inviterQuery(deps.db, partner.id)))) return refuse(c, 'not-found');
  return go({ partner, href: `/partners/${token}/stories` });
}

async function show(c: PartnerContext, { partner, href }: Inviter) {
  const { deps, now } = c.var;
  const campaign = await findCampaignById(deps.db, partner.campaignId);
  if (!campaign) return refuse(c, 'not-found');
  speak(c, campaign);
  const stories = await listOfPartner(deps.db, partner.id, shownAtOnce);
  const site = deps.settings.publicUrl;
  const rows = await Promise.all(
    stories.map(async (story) => ({
      id: story.id,
      number: story.number,
      on: dateIn(campaign.city.timeZone, story.invitedAt),
      state: stateOf(story, now),
      link: stateOf(story, now) === 'invited' ? site + (await invitationPath(deps.keyring, story.id)) : null,
      until: story.keptUntil && dateIn(campaign.city.timeZone, story.keptUntil),
    })),
  );
  return c.html(
    <InvitePage
      shell={shellOf(c, campaign, href)}
      href={href}
      seen={await newestNumber(deps.db, campaign.id)}
      rows={rows}
    />,
  );
}

/** No more than the partner needs to know: what was told and allowed is between the teller and their page. */
function stateOf({ state, keptUntil }: Story, now: Date): 'invited' | 'over' | 'begun' | 'ended' {
  return state === 'invited' && keptUntil !== null && keptUntil <= now ? 'over' : state;
}
