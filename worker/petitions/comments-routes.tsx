import { Hono } from 'hono';
import type { ActionContext } from '../actions/context.ts';
import { contextFor } from '../actions/page-request.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { type CommentKey, commentsQuery, type ListedComment } from '../actions/shown-store.ts';
import { cachedShell } from '../campaigns/cached-shell.ts';
import { placeLabel } from '../places/labels.ts';
import { base64url, fromBase64url } from '../platform/crypto/bytes.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText, sendPage } from '../platform/http/cached-page.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { runQuery } from '../platform/query.ts';
import { commentsOnPage, commentsPath } from './comment-rules.ts';
import { CommentsPage } from './pages/comments-page.tsx';

/** All comments that stand in public, in pages. */
export function commentsRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition/comments', async (c) => {
    const { deps, now, language } = c.var;
    const context = await contextFor(c, { kind: 'petition', slug: c.req.param('petition') });
    if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
    const asked = c.req.query('after');
    const after = asked === undefined ? null : await openKey(deps.keyring, context, asked);
    if (asked !== undefined && after === null) return refuse(c, 'not-found');
    const path = commentsPath(context.action);
    const shell = cachedShell(c, asked === undefined ? path : `${path}?after=${asked}`);
    // By the place and not by its sealed form, of which there is no end.
    const key = ['comments', context.action.slug, after?.at, after?.row, language, c.req.query('lang')].join(
      ' ',
    );
    const page = await cachedText(
      { deps, now },
      { key: `${key} ${shell.key}`, gaps: shell.gaps },
      async () => {
        const query = { actionId: context.action.id, after, most: commentsOnPage + 1 };
        const found = await runQuery(deps.db, commentsQuery(deps.db, query));
        const last = found.length > commentsOnPage ? found[commentsOnPage - 1] : undefined;
        return String(
          <CommentsPage
            shell={shell.of(context.campaign)}
            petition={{ title: context.action.title[c.var.language], path: pathOf(context.action) }}
            entries={found.slice(0, commentsOnPage).map((entry) => entryOf(context, entry, c.var.language))}
            first={after && path}
            next={last ? `${path}?after=${await sealKey(deps.keyring, context, last)}` : null}
          />,
        );
      },
    );
    return page ? sendPage(c, page) : refuse(c, 'not-found');
  });

  return routes;
}

function entryOf(
  { city }: ActionContext,
  { name, comment, place, on }: ListedComment,
  language: 'en' | 'es',
) {
  return { name, comment, on, place: placeLabel(city, place, language) };
}

/** Sealed, since the exact time of a confirmation is nobody's business, and so that nobody makes up places. */
async function sealKey(
  keyring: Keyring,
  { action }: ActionContext,
  { at, row }: CommentKey,
): Promise<string> {
  return base64url(await keyring.seal(`comments ${action.id}`, { at, row }));
}

async function openKey(
  keyring: Keyring,
  { action }: ActionContext,
  text: string,
): Promise<CommentKey | null> {
  const sealed = text.length <= 300 ? fromBase64url(text) : null;
  if (!sealed) return null;
  return keyring.open<CommentKey>(`comments ${action.id}`, sealed).catch(() => null);
}
