import { asLanguage, type Language } from '../../web/language.ts';
import { type Frame, framedPath } from '../../web/shell.ts';
import { speak } from '../campaigns/shell.ts';
import { direct, sourceOf } from '../coalition/rules.ts';
import type { PageContext, RequestContext, SpeakingContext } from '../platform/http/app-env.ts';
import type { ActionPart } from './action-part.ts';
import { cachedContext } from './cache.ts';
import type { ActionContext } from './context.ts';
import { type ActionKind, pathOf } from './rules.ts';

/**
 * The action that a request names. From then on the request is answered in a language of its campaign. Also null for an
 * action of another kind.
 */
export async function contextFor(
  c: RequestContext & SpeakingContext,
  named: { kind: ActionKind; slug: string; parts?: readonly ActionPart[] },
): Promise<ActionContext | null> {
  const context = await cachedContext(c.var.deps, named, c.var.now);
  if (context) speak(c, context.campaign);
  return context;
}

/** The parts of a request that the page of an action depends on. */
export type PageRequest = {
  language: Language;
  /** The language that the address itself names, which its links then carry on. */
  chosen: Language | null;
  source: string;
  /** Where the site is, for programs that read its pages elsewhere. */
  site: string;
  /** Set where the page is shown on somebody else's site. */
  frame: Frame | null;
};

export function pageRequestOf(c: PageContext, context: ActionContext): PageRequest {
  const { lang, source } = c.req.query();
  return {
    language: c.var.language,
    chosen: asLanguage(lang),
    source: source ? sourceOf(source, context.sources) : '',
    site: c.var.deps.settings.publicUrl,
    frame: c.var.frame ?? null,
  };
}

/** With the source of the form, because the address that a form is sent to has none. */
export function requestWith(
  c: PageContext,
  context: ActionContext,
  values: Record<string, string> = {},
): PageRequest {
  const source = sourceOf(values.source, context.sources);
  const asked = pageRequestOf(c, context);
  return source === direct ? asked : { ...asked, source };
}

/** The page's own address, because a form that is shown again is at an address that only takes POST. */
export function pageAddress(action: ActionContext['action'], { chosen, source, frame }: PageRequest): string {
  if (frame) return framedPath(pathOf(action), frame);
  const query = new URLSearchParams();
  if (source !== '') query.set('source', source);
  if (chosen) query.set('lang', chosen);
  return `${pathOf(action)}${query.size > 0 ? `?${query}` : ''}`;
}

/** The address that a form of the page is sent to, below the page's own. */
export function formAddress(
  action: ActionContext['action'],
  { chosen, frame }: PageRequest,
  below: string,
): string {
  const path = `${pathOf(action)}/${below}`;
  if (frame) return framedPath(path, frame);
  return chosen ? `${path}?lang=${chosen}` : path;
}
