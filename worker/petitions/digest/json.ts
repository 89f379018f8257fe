import type { Language } from '../../../web/language.ts';
import { countsJson, tallyJson } from '../../digests/counts-json.ts';
import type { DigestCity } from '../../digests/section.ts';
import type { ActionNow, ActionTally } from '../../digests/tally-rules.ts';

export function petitionWeekJson(tally: ActionTally, city: DigestCity, language: Language) {
  const { reached, next } = tally.thresholds;
  return {
    ...headOf(tally, language),
    ...tallyJson(tally, city.name, language),
    thresholds: {
      reached: reached.map(({ signatures, name, reachedAt }) => ({
        signatures,
        name: name[language],
        reached_at: reachedAt,
      })),
      next: next && { signatures: next.signatures, name: next.name[language] },
    },
    next_juncture: tally.nextJuncture && {
      name: tally.nextJuncture.name[language],
      on: tally.nextJuncture.on,
    },
  };
}

export function petitionNowJson(petition: ActionNow, city: DigestCity, language: Language) {
  return {
    ...headOf(petition, language),
    ...countsJson(petition, city.name, language),
    by_day: petition.byDay,
  };
}

function headOf({ slug, title, state }: ActionTally | ActionNow, language: Language) {
  return { petition: slug, title: title[language], state };
}
