import type { Language } from '../../../web/language.ts';
import type { ActionBrought, Brought } from './rules.ts';

/** For each action a row for each source of the partner, their sum as `total`, and what counts by `everyone`. */
export function broughtRows(actions: ActionBrought[], language: Language) {
  return actions.flatMap(({ slug, title, sources, own, confirmed }) => {
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
}

/** The same for programs, with what everybody brought. */
export function broughtJson(actions: ActionBrought[], language: Language) {
  return actions.map(({ kind, slug, title, state, confirmed, credits, sources, own }) => ({
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
  }));
}

function numbersOf({ opened, received, credited, elsewhere, uncounted }: Brought) {
  return { opened, signed: received, credited, counted_elsewhere: elsewhere, not_counted: uncounted };
}
