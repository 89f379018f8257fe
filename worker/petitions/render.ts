import type { Language } from '../../web/language.ts';
import type { ActionPart, LoadedParts } from '../actions/action-part.ts';
import { cachedFigures } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { pageRequestOf, requestWith } from '../actions/page-request.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { Deps } from '../platform/deps.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { type CachedPage, cachedJson, cachedPage } from '../platform/http/cached-page.ts';
import { pauseOf } from '../platform/switches.ts';
import { publicPetition } from './public.ts';
import { type FormState, petitionPage } from './view.tsx';

type Parts = readonly ActionPart[];

function loadedParts(parts: Parts, loaded: unknown[]): LoadedParts {
  return parts.map((part, at) => ({ part, loaded: loaded[at] }));
}

/** The petition's page with a fresh form, from the short cache. */
export async function freshPage(c: PageContext, context: ActionContext, parts: Parts): Promise<CachedPage> {
  const { deps, now } = c.var;
  const { id, slug } = context.action;
  const request = pageRequestOf(c, context);
  const pause = pauseOf(c.var.switches);
  const key = ['page', slug, request.language, request.chosen, request.source, pause].join(' ');
  return cachedPage(c.var, { key, formFor: slug }, async ({ formToken, frame }) => {
    const figures = await cachedFigures(deps, id, now, parts);
    const form = { formToken, pause };
    const options = { settings: deps.settings, now, form, parts: loadedParts(parts, figures.parts) };
    return String(petitionPage(context, figures, { ...request, frame }, options));
  });
}

/** The page after a form was refused: with the form as it was sent, or the reason why there is no form. */
export async function returnedPage(
  c: PageContext,
  { context, parts }: { context: ActionContext; parts: Parts },
  after: Pick<FormState, 'returned' | 'notice'>,
): Promise<string> {
  const { deps, now } = c.var;
  const { id, slug } = context.action;
  const figures = await cachedFigures(deps, id, now, parts);
  const request = requestWith(c, context, after.returned?.values);
  const formToken = await makeFormToken(deps.keyring, slug, now);
  const form = { ...after, formToken, pause: pauseOf(c.var.switches) };
  const options = { settings: deps.settings, now, form, parts: loadedParts(parts, figures.parts) };
  return String(petitionPage(context, figures, request, options));
}

/** The public JSON. Its counts and its `as_of` are of the same moment. */
export function publicJson(
  deps: Deps,
  { context, parts }: { context: ActionContext; parts: Parts },
  { now, language }: { now: Date; language: Language },
): Promise<CachedPage> {
  const { id, slug } = context.action;
  return cachedJson({ deps, now }, ['json', slug, language].join(' '), async () => {
    const { asOf, ...figures } = await cachedFigures(deps, id, now, parts);
    const own = publicPetition(context, figures, { now: asOf, language });
    const more = loadedParts(parts, figures.parts).map(({ part, loaded }) =>
      part.json.of(loaded, { context, language, now: asOf }),
    );
    return Object.assign(own, ...more);
  });
}
