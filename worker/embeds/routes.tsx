import { type Context, Hono } from 'hono';
import { accentSheet, isReadable } from '../../web/accent-sheet.ts';
import { exitHref } from '../../web/components/exit-link.tsx';
import type { Frame } from '../../web/shell.ts';
import { cachedFigures } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { countOpening } from '../actions/count-opening.ts';
import type { ActionKinds } from '../actions/kind.ts';
import { contextFor, pageRequestOf } from '../actions/page-request.ts';
import { type ActionKind, folderOf, isPublic } from '../actions/rules.ts';
import type { AppEnv, FramedBy } from '../platform/http/app-env.ts';
import { cachedPage, sendPage } from '../platform/http/cached-page.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { counterPage } from './counter-view.tsx';
import { noteHost } from './note-host.ts';
import { LeftPage } from './pages/left-page.tsx';
import {
  ancestorsOf,
  type FrameOptions,
  frameOptionsOf,
  frameQuery,
  hexOf,
  ownQuery,
  seenHost,
  sharedQuery,
} from './rules.ts';

/** The file name is the color, so its content never changes. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * The frames on other people's sites. Features mount the routes of their forms a second time, under /embed.
 * The middleware here tells those routes that they are in a frame, and which sites may show it.
 */
export function embedRoutes(kinds: ActionKinds) {
  const routes = new Hono<AppEnv>();

  routes.get('/embed/accent/:file{[0-9a-f]{6}\\.css}', (c) => {
    const accent = hexOf(c.req.param('file').slice(0, 6)) ?? '';
    return c.body(accentSheet(accent), 200, {
      ...{ 'content-type': 'text/css', 'cache-control': forEver },
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  // WordPress opens only what is on the frame's own host.
  routes.get('/embed/exit', (c) => c.redirect(exitHref, 302));

  routes.get('/embed/left', (c) => {
    c.set('framedBy', 'anyone');
    return c.html(<LeftPage language={c.var.language} />);
  });

  for (const kind of kinds) {
    const folder = `/embed/${folderOf(kind.name)}`;

    routes.use(`${folder}/:slug/*`, async (c, next) => {
      const context = await findPublic(c, kind.name);
      if (!context) return refuse(c, 'not-found');
      const { deps } = c.var;
      c.set('framedBy', framedByOf(context, deps.settings.publicUrl));
      c.set('frame', frameOf(frameOptionsOf(frameQuery.parse(c.req.query()), context.sources)));
      await next();
      // Of a redirect too: a page that is cross-origin isolated follows no other.
      c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
      if (c.req.method === 'GET' && c.res.status < 400) noteOpening(c, context);
    });

    routes.get(`${folder}/:slug/counter`, async (c) => {
      const context = await findPublic(c, kind.name);
      if (!context || context.action.state === 'removed') return refuse(c, 'not-found');
      const request = pageRequestOf(c, context);
      const { id, slug } = context.action;
      const key = ['counter', slug, request.language].join(' ');
      const page = await cachedPage(c.var, { key, formFor: slug }, async ({ frame }) => {
        const figures = await cachedFigures(c.var.deps, id, c.var.now);
        return String(counterPage({ context, kind, figures }, { ...request, frame }, c.var.now));
      });
      return sendPage(c, page);
    });
  }

  return routes;
}

async function findPublic(c: Context<AppEnv>, kind: ActionKind): Promise<ActionContext | null> {
  const context = await contextFor(c, { kind, slug: c.req.param('slug') ?? '' });
  return context && isPublic(context.action.state) ? context : null;
}

function framedByOf({ campaign }: ActionContext, publicUrl: string): FramedBy {
  const { hosts } = campaign.embed;
  return hosts === 'open' ? 'anyone' : ancestorsOf(hosts, { https: publicUrl.startsWith('https:') });
}

/** Ignores a color that is too pale to read: the resident who sees the form cannot correct it. */
function frameOf(given: FrameOptions): Frame {
  const accent = given.accent && isReadable(given.accent) ? given.accent : null;
  const options = { ...given, accent };
  return {
    query: sharedQuery(options),
    own: ownQuery(options),
    accentHref: accent && `/embed/accent/${accent}.css`,
    isCompact: options.isCompact,
    hasProgress: options.hasProgress,
    scheme: options.scheme,
    isIsolated: options.isIsolated,
  };
}

/** The first page of a frame, not the ones after it. */
const isForm = /^\/embed\/[^/]+\/[^/]+$/;

function noteOpening(c: Context<AppEnv>, context: ActionContext): void {
  const { deps, now, switches } = c.var;
  if (isForm.test(c.req.path)) countOpening(c, context);
  const said = { referer: c.req.header('referer'), dest: c.req.header('sec-fetch-dest') };
  const host = seenHost(said, new URL(deps.settings.publicUrl).origin);
  if (host === null || switches.has('read-only')) return;
  noteHost(deps, { campaignId: context.campaign.id, host, now }, (work) => c.executionCtx.waitUntil(work));
}
