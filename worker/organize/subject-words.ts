import { type Language, message, type Text } from '../../web/language.ts';
import { listQuery, mapQuery, type Query } from '../platform/query.ts';
import type { Act } from './act-rules.ts';
import type { ActSubject, ConsoleCampaign, NamedSection } from './console-section.ts';

/** Fills a template in both languages. `titles` is the JSON of a title, which a campaign may have in one language. */
export function subjectText(
  template: Text,
  { titles, ...values }: { titles?: string } & Record<string, string | number>,
): Text {
  const found: Partial<Text> = titles === undefined ? {} : JSON.parse(titles);
  const say = (language: Language) => {
    const title = found[language] || found.en || found.es || '';
    return message(template[language], { ...values, title }, language);
  };
  return { en: say('en'), es: say('es') };
}

/** The names of the subjects of acts. Each section is asked once for those of its acts, and for those of their undoing. */
export function subjectsQuery(
  db: D1Database,
  {
    sections,
    campaign,
    acts,
  }: { sections: readonly NamedSection[]; campaign: ConsoleCampaign; acts: readonly Act[] },
): Query<ReadonlyMap<string, ActSubject>> {
  const queries = sections.flatMap(({ section }) => {
    const { subjects, acts: kinds = {} } = section;
    const own = acts.filter(({ kind, undoneKind }) => Object.hasOwn(kinds, undoneKind ?? kind));
    const asked = [...new Set(own.map(({ subject }) => subject))];
    return subjects && asked.length > 0 ? [subjects(db, campaign, asked)] : [];
  });
  return mapQuery(listQuery(queries), (found) => new Map(found.flatMap((names) => [...names])));
}
