import { type Context, Hono } from 'hono';
import { accentSheet, isReadable } from '../../web/accent-sheet.ts';
import type { Frame } from '../../web/shell.ts';
import { freshPage, rememberedPage, sendPage } from '../actions/answers.ts';
import { recentScene, recentStanding } from '../actions/cache.ts';
import type { Scene } from '../actions/context.ts';
import { countOpening } from '../actions/count-opening.ts';
import { isPublic, type PetitionKind } from '../actions/rules.ts';
import { askedOf } from '../petitions/view.tsx';
import type { AppEnv, FramedBy } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { noteHost } from './note-host.ts';
import {
  ancestorsOf,
  type FrameOptions,
  hexOf,
  ownQuery,
  readFrameOptions,
  seenHost,
  sharedQuery,
} from './rules.ts';
import { counterPage } from './view.tsx';

/** A colour never changes under its own name. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * What is shown in frames on other people's sites. The forms are those of the pages: their routes stand under /embed
 * a second time, and what is set here for them makes the difference.
 */
export function embedRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/embed/accent/:file{[0-9a-f]{6}\\.css}', (c) => {
    const accent = hexOf(c.req.param('file').slice(0, 6)) ?? '';
    return c.body(accentSheet(accent), 200, { 'content-type': 'text/css', 'cache-control': forEver });
  });

  for (const kind of ['petition', 'survey'] as const) {
    routes.use(`/embed/${kind}s/:slug/*`, async (c, next) => {
      const scene = await findPublic(c, kind);
      if (!scene) return refuse(c, 'not-found');
      const { deps } = c.var;
      c.set('framedBy', framedByOf(scene, deps.settings.publicUrl));
      c.set('frame', frameOf(readFrameOptions(c.req.query(), scene.sources)));
      await next();
      if (c.req.method === 'GET' && c.res.status < 400) noteOpening(c, scene);
    });

    routes.get(`/embed/${kind}s/:slug/counter`, async (c) => {
      const scene = await findPublic(c, kind);
      if (!scene || scene.petition.state === 'removed') return refuse(c, 'not-found');
      const asked = askedOf(c, scene);
      const key = ['counter', scene.petition.slug, asked.language].join(' ');
      const page = await rememberedPage(c.var, { key, slug: scene.petition.slug }, async ({ frame }) => {
        const standing = await recentStanding(c.var.deps, scene.petition.id, c.var.now);
        return String(counterPage(scene, standing, { ...asked, frame }, c.var.now));
      });
      return sendPage(c, page);
    });
  }

  routes.get('/embed/petitions/:slug', async (c) => {
    const scene = await findPublic(c, 'petition');
    if (!scene) return refuse(c, 'not-found');
    return sendPage(c, await freshPage(c, scene), scene.petition.state === 'removed' ? 410 : 200);
  });

  // Where "reload" or a change of language leads to from a form that came back.
  routes.get('/embed/petitions/:slug/signatures', (c) => {
    const { search } = new URL(c.req.url);
    return c.redirect(`/embed/petitions/${encodeURIComponent(c.req.param('slug'))}${search}`, 303);
  });

  return routes;
}

async function findPublic(c: Context<AppEnv>, kind: PetitionKind): Promise<Scene | null> {
  const { deps, now } = c.var;
  const scene = await recentScene(deps, { kind, slug: c.req.param('slug') ?? '' }, now);
  return scene && isPublic(scene.petition.state) ? scene : null;
}

function framedByOf({ campaign }: Scene, publicUrl: string): FramedBy {
  const { hosts } = campaign.embed;
  return hosts === 'open' ? 'anyone' : ancestorsOf(hosts, { https: publicUrl.startsWith('https:') });
}

/** A colour that does not read is as good as none: a resident cannot put it right. */
function frameOf(given: FrameOptions): Frame {
  const accent = given.accent && isReadable(given.accent) ? given.accent : null;
  const options = { ...given, accent };
  return {
    query: sharedQuery(options),
    own: ownQuery(options),
    accentHref: accent && `/embed/accent/${accent}.css`,
    isCompact: options.isCompact,
    hasProgress: options.hasProgress,
  };
}

/** The frame as it opens, and no page further on in it. */
const isForm = /^\/embed\/[^/]+\/[^/]+$/;

function noteOpening(c: Context<AppEnv>, scene: Scene): void {
  const { deps, now, switches } = c.var;
  if (isForm.test(c.req.path)) countOpening(c, scene);
  const said = { referer: c.req.header('referer'), dest: c.req.header('sec-fetch-dest') };
  const host = seenHost(said, new URL(deps.settings.publicUrl).origin);
  if (host === null || switches.has('read-only')) return;
  noteHost(deps, { campaignId: scene.campaign.id, host, now }, (work) => c.executionCtx.waitUntil(work));
}
