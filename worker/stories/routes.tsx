import { type Context, Hono } from 'hono';
import type { Language } from '../../web/language.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { helpOf, shellOf, speak } from '../campaigns/shell.ts';
import { campaignNamed, campaignQuery } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownQuery, runQuery } from '../platform/query.ts';
import { type KitPart, kitPartQuery } from './kit-store.ts';
import { storiesPath } from './links.ts';
import { NoStoryPage, StoriesPage, StoryPage } from './pages/stories-page.tsx';
import { shownOf } from './shown.ts';
import { candidateQuery, candidatesQuery, type PageKey } from './standing-store.ts';
import { dollars } from './words.ts';

type StoryContext = Context<AppEnv>;

const shownAtOnce = 12;

/**
 * The pages of readers. No cache may store them, so that a story that is taken down is nowhere with the next request.
 */
export function storyRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get('/campaigns/:campaign/stories', showAll);
  routes.get('/campaigns/:campaign/stories/:story', showOne);
  return routes;
}

async function showAll(c: StoryContext) {
  const { deps, now } = c.var;
  const named = campaignNamed(c.req.param('campaign') ?? '');
  const after = readKey(c.req.query('after'));
  const { campaign, kit, found } = await runQuery(
    deps.db,
    joinQueries({
      campaign: campaignQuery(deps.db, named),
      kit: kitPartQuery(deps.db, named),
      found: candidatesQuery(deps.db, named, { use: 'page', now, after, most: shownAtOnce + 1 }),
    }),
  );
  if (!campaign || !kit) return refuse(c, 'not-found');
  speak(c, campaign);
  const href = storiesPath(campaign.slug);
  const { language } = c.var;
  const stories = await shownOf(deps.keyring, found.slice(0, shownAtOnce), now);
  const last = found.length > shownAtOnce ? found[shownAtOnce - 1] : undefined;
  careful(c);
  return c.html(
    <StoriesPage
      shell={shellOf(c, campaign, href)}
      site={deps.settings.publicUrl}
      help={helpOf(campaign.care, language)}
      note={kit.stories.contentNote?.[language] ?? null}
      stories={stories.map(({ id, story }) => ({ ...story, href: `${href}/${id}` }))}
      next={last ? `${href}?after=${last.consent.from.getTime()}.${last.story.id}` : null}
      first={after && href}
      {...howOf(kit, language)}
    />,
  );
}

function howOf({ stories, partners, paidCents }: KitPart, language: Language) {
  return {
    partners: partners.map(({ name }) => name[language]).join('; '),
    about: stories.about?.[language] ?? null,
    paid: paidCents > 0 ? dollars(paidCents, language) : null,
  };
}

function readKey(after: string | undefined): PageKey | null {
  const found = /^(\d{1,15})\.([\w-]{22})$/.exec(after ?? '');
  return found ? { from: Number(found[1]), id: found[2] ?? '' } : null;
}

async function showOne(c: StoryContext) {
  const { deps, now } = c.var;
  const named = campaignNamed(c.req.param('campaign') ?? '');
  const { campaign, kit } = await runQuery(
    deps.db,
    joinQueries({ campaign: campaignQuery(deps.db, named), kit: kitPartQuery(deps.db, named) }),
  );
  if (!campaign || !kit) return refuse(c, 'not-found');
  speak(c, campaign);
  const id = c.req.param('story') ?? '';
  const candidate = await runQuery(
    deps.db,
    /^[\w-]{22}$/.test(id)
      ? candidateQuery(deps.db, { id, campaignId: campaign.id, use: 'page' })
      : knownQuery(null),
  );
  const [shown] = await shownOf(deps.keyring, candidate ? [candidate] : [], now);
  careful(c);
  const frame = frameOf(c, campaign);
  if (!shown) return c.html(<NoStoryPage {...frame} />, 404);
  const note = kit.stories.contentNote?.[c.var.language] ?? null;
  return c.html(<StoryPage {...frame} note={note} story={shown.story} />);
}

function frameOf(c: StoryContext, campaign: Campaign) {
  return {
    shell: shellOf(c, campaign),
    help: helpOf(campaign.care, c.var.language),
    back: storiesPath(campaign.slug),
  };
}

function careful(c: StoryContext): void {
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  // A search engine's copy would outlive a takedown.
  c.header('x-robots-tag', 'noarchive');
}
