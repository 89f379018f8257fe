import { type Context, Hono } from 'hono';
import type { Campaign } from '../campaigns/rules.ts';
import { helpOf, shellOf, speak, withLanguage } from '../campaigns/shell.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { Partner } from '../coalition/rules.ts';
import { findPartner } from '../coalition/store.ts';
import { checkFormToken, makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type Form, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { dateIn } from '../platform/time/clock.ts';
import { parseSafety } from './form-rules.ts';
import { ownPath, readInvitation } from './links.ts';
import { neverStored } from './never-stored.ts';
import { InvitationPage, OverPage, StopPage } from './pages/invitation-pages.tsx';
import type { Story } from './rules.ts';
import { findStory } from './store.ts';
import { begin } from './telling.ts';

type TellContext = Context<AppEnv>;
type Invited = { story: Story; campaign: Campaign; partner: Partner; href: string };

/** The page behind an invitation. It works once, and only pressing its button uses it. */
export function tellRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/tell/*', neverStored);
  routes.get('/tell/:token', (c) =>
    invited(c, (found) => (isUsable(c, found) ? ask(c, found) : over(c, found))),
  );
  routes.post('/tell/:token', async (c) => {
    const form = await readForm(c);
    return form.ok ? invited(c, (found) => answer(c, found, form.value)) : refuseBody(c, form.error);
  });
  return routes;
}

async function invited(c: TellContext, go: (found: Invited) => Response | Promise<Response>) {
  const { deps } = c.var;
  const token = c.req.param('token') ?? '';
  const id = await readInvitation(deps.keyring, token);
  const story = id === null ? null : await findStory(deps.db, id);
  const campaign = story && (await findCampaignById(deps.db, story.campaignId));
  const partner = story && (await findPartner(deps.db, story.partnerId));
  if (!story || !campaign || !partner) return refuse(c, 'not-found');
  speak(c, campaign);
  return go({ story, campaign, partner, href: `/tell/${token}` });
}

function isUsable(c: TellContext, { story: { state, keptUntil } }: Invited): boolean {
  return state === 'invited' && keptUntil !== null && c.var.now < keptUntil;
}

function over(c: TellContext, { campaign, href }: Invited) {
  return c.html(<OverPage shell={shellOf(c, campaign, href)} what="used" />, 410);
}

const purposeOf = ({ id }: Story) => `story ${id}`;

/** What every page behind an invitation shows. */
function aroundOf(c: TellContext, { story, campaign, partner, href }: Invited) {
  const { language } = c.var;
  return {
    shell: shellOf(c, campaign, href),
    partner: partner.name[language],
    until: dateIn(campaign.city.timeZone, story.keptUntil ?? c.var.now),
    help: helpOf(campaign.care, language),
  };
}

async function ask(c: TellContext, found: Invited, form: Form | null = null) {
  const { deps, now } = c.var;
  const safety = form && parseSafety(form);
  const errors = safety && !safety.ok ? safety.error : [];
  const formToken = await makeFormToken(deps.keyring, purposeOf(found.story), now);
  const page = (
    <InvitationPage
      {...aroundOf(c, found)}
      href={found.href}
      formToken={formToken}
      values={form?.values ?? {}}
      errors={errors}
    />
  );
  return c.html(page, errors.length > 0 ? 422 : 200);
}

async function answer(c: TellContext, found: Invited, form: Form) {
  const { deps, now, language } = c.var;
  const { story } = found;
  const press = form.values.form_token ?? '';
  // The second press of a double click: the first one has used the invitation.
  const isAgain = press !== '' && story.begunBy === press;
  if (isAgain) return toOwnPage(c, story);
  if (!isUsable(c, found)) return over(c, found);
  const safety = parseSafety(form);
  if (safety.ok && safety.value) return c.html(<StopPage {...aroundOf(c, found)} reason={safety.value} />);
  const token = await checkFormToken(deps.keyring, purposeOf(story), press, now, 0);
  if (!safety.ok || token !== 'fresh') return ask(c, found, form);
  const begun = await begin(deps, { id: story.id, press, language, now });
  return begun ? toOwnPage(c, story) : over(c, found);
}

async function toOwnPage(c: TellContext, { id }: Story) {
  return c.redirect(withLanguage(c, await ownPath(c.var.deps.keyring, id)), 303);
}
