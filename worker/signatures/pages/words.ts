import type { Language } from '../../../web/language.ts';
import { confirmCopy } from './confirm-copy.ts';
import { copy } from './copy.ts';
import { myCopy } from './my-copy.ts';
import { surveyCopy } from './survey-copy.ts';

/** What was signed or answered. */
export type Action = { kind: 'petition' | 'survey'; slug: string; title: string };

export function pathOf({ kind, slug }: Pick<Action, 'kind' | 'slug'>): string {
  return `/${kind}s/${slug}`;
}

/** What supporters read on the way from the form to their own page. */
export function wordsOf(language: Language, kind: Action['kind']) {
  const words = { ...confirmCopy[language], checkEmail: copy[language].checkEmail, my: myCopy[language] };
  return kind === 'petition' ? words : laidOver(words, surveyCopy[language]);
}

type Over<Words> = { [Key in keyof Words]?: Words[Key] extends string ? string : Over<Words[Key]> };

function laidOver<Words extends object>(words: Words, over: Over<Words>): Words {
  const laid = Object.entries(over).map(([key, value]) => {
    const under = words[key as keyof Words];
    return [key, typeof value === 'string' ? value : laidOver(under as object, value as object)];
  });
  return { ...words, ...Object.fromEntries(laid) };
}
