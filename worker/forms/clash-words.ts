import { type Language, message } from '../../web/language.ts';
import type { FormPage } from '../kits/form-rules.ts';
import type { Json, Path } from '../kits/json-rules.ts';
import type { Conflict } from '../kits/merge-rules.ts';
import { kitWords } from '../writing/kit-words.ts';
import { copy } from './pages/copy.ts';

/** What two people wrote in the same places of a kit: `merged` has theirs there, `mine` ours. */
export type Clash = { conflicts: readonly Conflict[]; merged: Json; mine: Json; by: string };

type Saying = { pages: readonly FormPage[]; language: Language; who: string };

/** For each place the dotted path in `mine`, and what the other organizer did there, in the words of the forms. */
export function clashWords(
  { conflicts, merged, mine }: Clash,
  { pages, language, who }: Saying,
): { path: string; message: string }[] {
  const words = copy[language];
  const [ours, theirs] = [mine, merged].map((json) => kitWords(json, pages, language));
  // What nobody had before and only we have now is in the form, and the other organizer says nothing of it.
  const told = conflicts.filter(({ base, theirs: other }) => base !== undefined || other !== undefined);
  return told.map(({ path, base, ours: own, theirs: other }) => {
    const lines = theirs?.lines(path) ?? [];
    const value = lines.map((line) => line.trim()).join(' / ');
    const where = ((own === undefined ? theirs : ours) ?? theirs)?.where(path) ?? '';
    const said =
      other === undefined || value === ''
        ? words.theirsGone
        : own === undefined && base !== undefined
          ? words.oursGone
          : words.theirs;
    return { path: dotted(mine, path), message: message(said, { who, where, value }, language) };
  });
}

/** As far as it is there: an entry that we took out is told at its list. */
function dotted(json: Json | undefined, [step, ...rest]: Path): string {
  if (step === undefined) return '';
  const isIt = (one: Json) =>
    typeof step === 'object' && String((one as { [key: string]: Json } | null)?.[step.key]) === step.is;
  const key = typeof step === 'object' ? (Array.isArray(json) ? json.findIndex(isIt) : -1) : step;
  if (key === -1) return '';
  const inner = (json as { [key: string]: Json } | null | undefined)?.[String(key)];
  const after = dotted(inner, rest);
  return after === '' ? String(key) : `${key}.${after}`;
}
