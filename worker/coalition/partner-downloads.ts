import type { Language } from '../../web/language.ts';
import { spreadsheet } from '../platform/text/spreadsheet.ts';
import type { ActionBrought, Brought } from './partner-rules.ts';
import type { Partner } from './rules.ts';

/** The columns are explained on the partner's page, in `pages/copy.ts`. */
export const partnerColumns = [
  'action',
  'title',
  'source',
  'source_name',
  'kind',
  'opened',
  'signed',
  'credited',
  'counted_elsewhere',
  'not_counted',
] as const;

/** For each action a row for each source of the partner, their sum as `total`, and what counts by `everyone`. */
export function partnerCsv(actions: ActionBrought[], language: Language): string {
  const rows = actions.flatMap(({ slug, title, sources, own, confirmed }) => {
    const head = { action: slug, title: title[language] };
    return [
      ...sources.map((one) => ({
        ...head,
        source: one.source,
        source_name: one.name[language],
        kind: one.kind,
        ...numbersOf(one),
      })),
      { ...head, source: 'total', ...numbersOf(own) },
      { ...head, source: 'everyone', credited: confirmed },
    ];
  });
  return spreadsheet([...partnerColumns], rows);
}

/** The same for programs, with what everybody brought. */
export function partnerJson(
  partner: Partner,
  actions: ActionBrought[],
  { campaign, asOf, language }: { campaign: string; asOf: Date; language: Language },
) {
  return {
    partner: { slug: partner.slug, name: partner.name[language] },
    campaign,
    as_of: asOf.toISOString(),
    actions: actions.map(({ kind, slug, title, state, confirmed, credits, sources, own }) => ({
      kind,
      slug,
      title: title[language],
      state,
      confirmed,
      ...numbersOf(own),
      by_source: sources.map((one) => ({
        source: one.source,
        name: one.name[language],
        kind: one.kind,
        ...numbersOf(one),
      })),
      by_partner: credits.map(({ partner, credited }) => ({
        partner: partner?.slug ?? null,
        name: partner?.name[language] ?? null,
        credited,
      })),
    })),
  };
}

function numbersOf({ opened, received, credited, elsewhere, uncounted }: Brought) {
  return { opened, signed: received, credited, counted_elsewhere: elsewhere, not_counted: uncounted };
}
