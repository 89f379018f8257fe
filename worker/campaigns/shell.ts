import { asLanguage, type Language } from '../../web/language.ts';
import { framedPath, linkFrom, type Shell, type TypedForm } from '../../web/shell.ts';
import type { PageContext, SpeakingContext } from '../platform/http/app-env.ts';
import { afterFigure, type Campaign, type Care, type Fact, spokenIn } from './rules.ts';

/**
 * The data of every page's shell, from the request and the campaign. `path` is where the page can
 * be requested again, since a form that came back is at an address that only takes POST.
 */
export function shellOf(c: PageContext, campaign: Campaign | null, path?: string) {
  const { pathname, search } = new URL(c.req.url);
  const { language, switches, frame = null } = c.var;
  const here = frame && path ? framedPath(path, frame) : (path ?? pathname) + search;
  return { ...shellAt(language, here, campaign), isReadOnly: switches.has('read-only'), frame };
}

/** With the form that goes along to the other language; `action` is a path of the site. */
export function withForm(shell: Shell, typed: TypedForm): Shell {
  return { ...shell, typed: { ...typed, action: linkFrom(shell, typed.action) } };
}

export function shellAt(wanted: Language, path: string, campaign: Campaign | null) {
  const language = campaign ? spokenIn(campaign, wanted) : wanted;
  return {
    language,
    path,
    campaign: campaign && {
      slug: campaign.slug,
      name: campaign.title[language],
      city: campaign.city.name,
      accent: campaign.accent,
      contactEmail: campaign.contactEmail,
      hasExit: campaign.care.hasExit,
      languages: campaign.languages,
      budget: campaign.budget.map(({ slug, title }) => ({ path: `/budget/${slug}`, title: title[language] })),
    },
  };
}

/** From here on the request is answered in a language of this campaign, whichever was requested. */
export function speak(c: SpeakingContext, campaign: Campaign): void {
  c.set('language', spokenIn(campaign, c.var.language));
}

/**
 * Keeps a chosen language, and the source that an address names, in the links and forms of our own pages; the
 * browser's own language needs no mention. What is shown in a frame stays there, with all that the frame was asked
 * with.
 */
export function withLanguage(c: PageContext, path: string): string {
  if (c.var.frame) return framedPath(path, c.var.frame);
  const { lang, source } = c.req.query();
  const query = new URLSearchParams();
  if (source && !/[?&]source=/.test(path)) query.set('source', source);
  const chosen = asLanguage(lang);
  if (chosen) query.set('lang', chosen);
  if (query.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

export function factOf({ statement, source }: Fact, language: Language) {
  return {
    text: statement[language],
    source: { name: source.name[language], year: source.year, url: source.url },
  };
}

/** The campaign's help lines, in one language. */
export function helpOf({ help }: Care, language: Language) {
  if (!help) return null;
  return {
    heading: help.heading[language],
    lines: help.lines.map(({ name, phone, hours }) => {
      return { name: name[language], phone, href: `tel:${dialed(phone)}`, hours: hours?.[language] ?? null };
    }),
    note: help.note?.[language] ?? null,
  };
}

/** A number of eleven digits that begins with 1 is one of North America, which a phone dials from anywhere. */
function dialed(phone: string): string {
  const digits = phone.replace(/[^0-9+]/g, '');
  return /^1\d{10}$/.test(digits) ? `+${digits}` : digits;
}

/** The figure is set large before the statement. If the statement starts with it, the rest follows. */
export function headlineFactOf(fact: Fact | null, language: Language) {
  if (!fact) return null;
  const { text, source } = factOf(fact, language);
  const figure = fact.figure?.[language] ?? null;
  return { figure, source, text: afterFigure(text, figure) };
}
