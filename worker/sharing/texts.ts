import type { Language } from '../../web/language.ts';
import type { ActionWords } from '../actions/kind.ts';
import type { ListedAction } from '../actions/list-store.ts';
import type { Campaign, Fact } from '../campaigns/rules.ts';
import { partsOfFact, sourceLine } from './rules.ts';

/** The address replaces `{link}`. */
export type Draft = { slug: string; kind: 'message' | 'post' | 'email'; subject: string; text: string };

const kinds = ['message', 'post', 'email'] as const;

/** The kit's texts, those for this action first. If there are none, one made from the ask and the fact. */
export function draftsOf(
  campaign: Campaign,
  action: ListedAction,
  { language, words }: { language: Language; words: ActionWords['share'] },
): Draft[] {
  const templates = words[campaign.headlineFact ? 'withFact' : 'withoutFact'];
  const title = action.title[language];
  return kinds.flatMap((kind) => {
    const fitting = campaign.share.filter((text) => text.kind === kind);
    const own = fitting.filter((text) => text.action === action.slug);
    const any = fitting.filter((text) => text.action === null);
    const chosen = own.length > 0 ? own : any;
    if (chosen.length === 0) return [madeDraft(kind, templates[kind], { campaign, action, language })];
    return chosen.map(({ slug, subject, text }) => {
      return { slug, kind, subject: subject?.[language] ?? title, text: text[language] };
    });
  });
}

function madeDraft(
  kind: Draft['kind'],
  template: string,
  { campaign, action, language }: { campaign: Campaign; action: ListedAction; language: Language },
): Draft {
  const { headlineFact, hashtags } = campaign;
  const values: Record<string, string> = {
    title: action.title[language],
    ask: asSentence(action.ask[language]),
    ...(headlineFact && {
      fact: asSentence(firstSentence(headlineFact, language)),
      source: sourceLine(headlineFact, language),
    }),
  };
  const text = template.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const tags = kind === 'post' && hashtags.length > 0 ? ` ${hashtags.join(' ')}` : '';
  return { slug: kind, kind, subject: action.title[language], text: text + tags };
}

function firstSentence({ statement, figure }: Fact, language: Language): string {
  const said = statement[language];
  const opening = figure?.[language] ?? null;
  const { claim } = partsOfFact(said, opening);
  return opening !== null && said.startsWith(opening) ? `${opening} ${claim}` : claim;
}

export function asSentence(text: string): string {
  return /[.?!…:]$/.test(text) ? text : `${text}.`;
}
