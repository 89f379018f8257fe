import type { Language } from '../../web/language.ts';
import type { ListedAction } from '../actions/list-store.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { copy } from './copy.ts';
import { partsOfFact } from './rules.ts';

/** `{link}` still stands where the address goes. */
export type Draft = { slug: string; kind: 'message' | 'post' | 'email'; subject: string; text: string };

const kinds = ['message', 'post', 'email'] as const;

/** The kit's own texts, those for just this action first; where a kind has none, one made of the ask and the fact. */
export function draftsOf(campaign: Campaign, action: ListedAction, language: Language): Draft[] {
  const title = action.title[language];
  return kinds.flatMap((kind) => {
    const fitting = campaign.share.filter((text) => text.kind === kind);
    const own = fitting.filter((text) => text.action === action.slug);
    const any = fitting.filter((text) => text.action === null);
    const chosen = own.length > 0 ? own : any;
    if (chosen.length === 0) return [madeDraft(kind, campaign, action, language)];
    return chosen.map(({ slug, subject, text }) => {
      return { slug, kind, subject: subject?.[language] ?? title, text: text[language] };
    });
  });
}

function madeDraft(
  kind: Draft['kind'],
  { headlineFact, hashtags }: Campaign,
  action: ListedAction,
  language: Language,
): Draft {
  const { figure, claim } = partsOfFact(
    headlineFact.statement[language],
    headlineFact.figure?.[language] ?? null,
  );
  const { name, year } = headlineFact.source;
  const values: Record<string, string> = {
    title: action.title[language],
    ask: asSentence(action.ask[language]),
    fact: asSentence(figure === null ? claim : `${figure} ${claim}`),
    source: `${name[language]}, ${year}`,
  };
  const text = copy[language][action.kind][kind].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const tags = kind === 'post' && hashtags.length > 0 ? ` ${hashtags.join(' ')}` : '';
  return { slug: kind, kind, subject: action.title[language], text: text + tags };
}

function asSentence(text: string): string {
  return /[.?!…:]$/.test(text) ? text : `${text}.`;
}
