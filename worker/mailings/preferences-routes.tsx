import { type Context, Hono } from 'hono';
import { shellOf, withLanguage } from '../campaigns/shell.ts';
import { listActionsOf } from '../exports/people-store.ts';
import { privatePage } from '../platform/http/security.ts';
import { listWishes, stopNewsStatements, wantNewsStatements } from '../signatures/news-wishes.ts';
import { type SupporterLinkEnv, supporterLink } from '../signatures/supporter-link.tsx';
import { PreferencesPage } from './pages/preferences-page.tsx';
import { countStopStatement } from './store.ts';

type PreferencesContext = Context<SupporterLinkEnv>;

/** Where somebody chooses which news they get, and stops it, by the link in each mail of news. */
export function preferencesRoutes() {
  const routes = new Hono<SupporterLinkEnv>();
  routes.use('/my/:token/news', privatePage, supporterLink('my'));
  routes.get('/my/:token/news', show);
  routes.post('/my/:token/news', async (c) => {
    const { link, form } = c.var;
    const { values, all }: { values: Record<string, string>; all: Record<string, string[]> } = form.ok
      ? form.value
      : { values: {}, all: {} };
    // RFC 8058: a mail program presses this by itself and reads no page.
    const isOneClick = values['List-Unsubscribe'] === 'One-Click';
    if (isOneClick || values.decision !== 'choose') await stopAll(c);
    else await choose(c, all.wanted ?? []);
    if (isOneClick) return c.text('OK');
    const of = mailingOf(c);
    return c.redirect(withLanguage(c, `/my/${link.token}/news${of === null ? '' : `?mail=${of}`}`), 303);
  });
  return routes;
}

/** The mail by whose link they came, for its figures. */
function mailingOf(c: PreferencesContext): number | null {
  const named = c.req.query('mail') ?? '';
  return /^\d{1,12}$/.test(named) ? Number(named) : null;
}

async function stopAll(c: PreferencesContext): Promise<void> {
  const { deps, link } = c.var;
  const { signature, context, person } = link;
  if (!person) return;
  const actions = await listActionsOf(deps.db, context.campaign.id);
  const of = mailingOf(c);
  const campaignId = context.campaign.id;
  await deps.db.batch([
    ...(of === null ? [] : [countStopStatement(deps.db, { id: of, campaignId, signatureId: signature.id })]),
    ...(await stopNewsStatements(deps, { email: person.email, actionIds: actions.map(({ id }) => id) })),
  ]);
}

/** Only what they have signed can be chosen. */
async function choose(c: PreferencesContext, wanted: readonly string[]): Promise<void> {
  const { deps, link } = c.var;
  const { context, person } = link;
  if (!person) return;
  const { email } = person;
  const actions = await listActionsOf(deps.db, context.campaign.id);
  const wishes = await listWishes(deps, { email, actionIds: actions.map(({ id }) => id) });
  const changed = actions.filter(
    ({ id, slug }) => wishes.has(id) && wishes.get(id) !== wanted.includes(slug),
  );
  const idsOf = (isWanted: boolean) =>
    changed.filter(({ slug }) => wanted.includes(slug) === isWanted).map(({ id }) => id);
  const statements = [
    ...(await stopNewsStatements(deps, { email, actionIds: idsOf(false) })),
    ...(await wantNewsStatements(deps, { email, actionIds: idsOf(true) })),
  ];
  if (statements.length > 0) await deps.db.batch(statements);
}

async function show(c: PreferencesContext) {
  const { deps, language } = c.var;
  const { token, context, person } = c.var.link;
  const actions = person ? await listActionsOf(deps.db, context.campaign.id) : [];
  const wishes = person
    ? await listWishes(deps, { email: person.email, actionIds: actions.map(({ id }) => id) })
    : new Map<number, boolean>();
  const of = mailingOf(c);
  return c.html(
    <PreferencesPage
      shell={shellOf(c, context.campaign)}
      href={`/my/${token}/news${of === null ? '' : `?mail=${of}`}`}
      ownHref={`/my/${token}`}
      campaign={context.campaign.title[language]}
      actions={actions.flatMap(({ id, slug, title }) => {
        const isWanted = wishes.get(id);
        if (isWanted === undefined) return [];
        return { slug, title: title[language] || title.en || title.es || slug, isWanted };
      })}
    />,
  );
}
