import type { Text } from '../../web/language.ts';
import { wordsOf } from '../kits/form-rules.ts';
import { isGroup, type Json, type JsonObject, valueAt } from '../kits/json-rules.ts';
import { mapActions, renamed } from '../kits/renaming-rules.ts';

/** A kit under names that nobody else has, so that it can be opened beside what is public. */
export type RenamedKit = { json: Json /** What each name stands for. */; names: ReadonlyMap<string, string> };

/**
 * `key`: lower-case letters and digits that are in no text. Short links stay with what is public, and what is a draft is
 * shown as it will be once it is open.
 */
export function underOwnNames(json: JsonObject, key: string): RenamedKit {
  const names = new Map<string, string>();
  const own = (slug: Json | undefined): string => {
    const name = `p${key}-${names.size}-x`;
    names.set(name, String(slug));
    return name;
  };
  const slugs = new Map<string, string>();
  const actions = mapActions(json, ({ links: _links, ...action }) => {
    const slug = own(action.slug);
    slugs.set(String(action.slug), slug);
    return { ...action, slug, ...(action.state === 'draft' && { state: 'open' }) };
  });
  const named = (part: Json | undefined): Json =>
    isGroup(part) ? { ...part, slug: own(part.slug) } : (part ?? null);
  const { campaign, city } = actions;
  return {
    json: { ...(renamed(actions, slugs) as JsonObject), ...around(renamed, { campaign, city }) },
    names,
  };

  function around(rename: typeof renamed, { campaign, city }: Record<string, Json | undefined>): JsonObject {
    return { campaign: rename(named(campaign), slugs), city: named(city) };
  }
}

export type DraftPageLink = { title: Text; path: string };

/** The pages that a kit makes: of the campaign, and of each petition and survey. */
export function pagesIn(json: Json): DraftPageLink[] {
  const campaign = valueAt(json, ['campaign']);
  const of = (key: string) => {
    const list = valueAt(json, [key]);
    return (Array.isArray(list) ? list : []).flatMap((one) =>
      isGroup(one) ? [{ title: titleOf(one), path: `/${key}/${one.slug}` }] : [],
    );
  };
  const home = isGroup(campaign) ? [{ title: titleOf(campaign), path: `/campaigns/${campaign.slug}` }] : [];
  return [...home, ...of('petitions'), ...of('surveys')];
}

function titleOf({ title, slug }: JsonObject): Text {
  return { en: wordsOf(title, 'en') || String(slug), es: wordsOf(title, 'es') || String(slug) };
}

/** Whether an address is below a page that the kit makes. */
export function isOfKit(path: string, pages: readonly DraftPageLink[]): boolean {
  return pages.some(
    (page) =>
      path === page.path || (/^[/?#]/.test(path.slice(page.path.length)) && path.startsWith(page.path)),
  );
}

/**
 * The HTML of a page as a preview: nothing in it can be sent or runs, its links lead to other previews, and the banner
 * stands above it, behind the link that skips to the content.
 */
export function asPreview(
  html: string,
  {
    names,
    pages,
    banner,
    linkTo,
  }: {
    names: RenamedKit['names'];
    pages: readonly DraftPageLink[];
    banner: string;
    linkTo: (path: string) => string;
  },
): string {
  const told = [...names].reduce((text, [name, slug]) => text.replaceAll(name, slug), html);
  return told
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<form\b[^>]*>/g, (tag) => `${tag.replace(/ (action|method)="[^"]*"/g, '').slice(0, -1)} inert>`)
    .replace(/<button\b/g, '<button disabled')
    .replace(/ href="(\/[^"]*)"/g, (whole, path: string) => {
      const address = path.replaceAll('&amp;', '&');
      return isOfKit(address, pages) ? ` href="${linkTo(address).replaceAll('&', '&amp;')}"` : whole;
    })
    .replace(/<head>/, '<head><meta name="robots" content="noindex">')
    .replace(/<body\b[^>]*>(<a class="skip"[^>]*>[^<]*<\/a>)?/, (tags) => tags + banner);
}
