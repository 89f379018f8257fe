import type { Hono } from 'hono';
import { refuse } from '../platform/http/refuse.tsx';
import { findAct } from './act-store.ts';
import { listOwnCampaigns } from './campaign-store.ts';
import { giveClaimBack, takeClaim } from './claim-store.ts';
import { registerSections } from './console-router.ts';
import type { ConsoleContext, ConsoleEnv, ConsoleRouter, NamedSection } from './console-section.ts';
import { consoleFrame, consolePath, consoleShell, withDone } from './frame.ts';
import { consolePage, giveSecret, requireSession } from './guard.ts';
import { readDesks } from './home.ts';
import { CampaignHomePage, HomePage } from './pages/home-page.tsx';
import { NotUndonePage } from './pages/refused-page.tsx';
import { registerPasskeys } from './passkey-routes.tsx';
import { refuseRole, sendToPasskey } from './refusals.tsx';
import { mayDo, roles } from './role-rules.ts';
import { actKindsOf, problemsOf, undoVerbOf, verbsOf } from './sections.ts';
import { endSession } from './session-store.ts';
import { registerSignIn } from './sign-in-routes.tsx';
import { undoAct } from './undo-act.ts';

/** The pages that belong to no campaign, then the routes of all sections. */
export function registerConsole(app: Hono<ConsoleEnv>, sections: readonly NamedSection[]): void {
  const problems = problemsOf(sections);
  if (problems.length > 0) throw new Error(problems.join('. '));
  const signedIn = requireSession(sections);

  app.get('/organize', consolePage, signedIn, home);
  app.post('/organize/sign-out', consolePage, signedIn, signOut);
  registerSignIn(app);
  registerPasskeys(app, sections);
  registerSections(app, sections);
}

/** The routes of organize's own section. */
export function ownRoutes(console: ConsoleRouter): void {
  console.get('', 'look', campaignHome);
  console.post('/claims', 'claim', claim);
  // The handler checks the verb of the act that is undone.
  console.post('/acts/:act/undo', 'look', undo);
}

async function home(c: ConsoleContext) {
  const { deps, now, organizer, session, sections, language } = c.var;
  const campaigns = await listOwnCampaigns(deps.db, organizer.id);
  const desks = await readDesks(deps, campaigns, { organizer, sections, language, now });
  return c.html(
    <HomePage
      shell={consoleShell(c)}
      formToken={session.formToken}
      organizer={organizer.email}
      links={campaigns.some(({ role }) => role === 'owner') ? homeLinks(sections, language) : []}
      campaigns={campaigns.map(({ slug, title, role }, index) => {
        const mayClaim = roles.indexOf(role) >= roles.indexOf('moderator');
        const { rows = [], numbers = [], menu = [], next = [] } = desks[index] ?? {};
        return { slug, name: title[language], rows, numbers, menu, next, mayClaim };
      })}
    />,
  );
}

function homeLinks(sections: readonly NamedSection[], language: 'en' | 'es') {
  return sections.flatMap(({ section: { homeLink } }) =>
    homeLink ? [{ href: `/organize${homeLink.path}`, label: homeLink.label[language] }] : [],
  );
}

async function campaignHome(c: ConsoleContext) {
  const { deps, now, organizer, sections, language, campaign, role } = c.var;
  const [desk] = await readDesks(deps, [{ ...campaign, role }], { organizer, sections, language, now });
  const frame = await consoleFrame(c, { known: desk?.waiting });
  return c.html(
    <CampaignHomePage
      frame={frame}
      rows={desk?.rows ?? []}
      next={desk?.next ?? []}
      links={role === 'owner' ? homeLinks(sections, language) : []}
      numbers={desk?.numbers ?? []}
      mayClaim={c.var.may('claim')}
    />,
  );
}

async function signOut(c: ConsoleContext) {
  await endSession(c.var.deps.db, c.var.session.idHash);
  giveSecret(c, 'organizer', { secret: '', seconds: 0 });
  return c.redirect('/organize/sign-in', 303);
}

async function claim(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const what = (form.values.what ?? '').slice(0, 100);
  const mine = { campaignId: campaign.id, what, organizerId: organizer.id };
  if (form.values.take === 'no') await giveClaimBack(deps.db, mine);
  else if (what !== '') await takeClaim(deps.db, { ...mine, now });
  return c.redirect(consolePath(campaign, ''), 303);
}

async function undo(c: ConsoleContext) {
  const { deps, campaign, organizer, role, session, sections, form, now } = c.var;
  const act = await findAct(deps.db, c.req.param('act') ?? '');
  if (!act || act.campaignId !== campaign.id) return refuse(c, 'not-found');
  const kind = actKindsOf(sections).get(act.kind);
  const verb = kind && verbsOf(sections).get(undoVerbOf(kind, act));
  if (kind && !verb) return refuse(c, 'bad-request');
  const verdict = verb ? mayDo(verb, { role, passkeyAt: session.passkeyAt, now }) : 'yes';
  if (verdict === 'role') return refuseRole(c);
  if (verdict === 'passkey') return sendToPasskey(c);
  const back = backTo(form.values.back, campaign);
  const undone = await undoAct(deps, act, { kind, campaign, actor: organizer.id, now });
  if (undone.ok) return c.redirect(withDone(back, undone.value.id), 303);
  return c.html(<NotUndonePage shell={consoleShell(c)} why={undone.error.reason} to={back} />, 409);
}

/** Always a page of this campaign's console, whatever the form says. */
function backTo(path: string | undefined, campaign: { slug: string }): string {
  const home = consolePath(campaign, '');
  return path === home || path?.startsWith(`${home}/`) || path?.startsWith(`${home}?`) ? path : home;
}
