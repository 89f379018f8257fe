import type { Text } from '../../web/language.ts';
import type { Act } from './act-rules.ts';
import type { ActKind, NamedSection } from './console-section.ts';
import type { Verb } from './role-rules.ts';

/** The verbs of all sections by name. */
export function verbsOf(sections: readonly NamedSection[]): Map<string, Verb> {
  return new Map(sections.flatMap(({ section }) => Object.entries(section.verbs)));
}

export function actKindsOf(sections: readonly NamedSection[]): Map<string, ActKind> {
  return new Map(sections.flatMap(({ section }) => Object.entries(section.acts ?? {})));
}

/** The verb that is needed to undo this act. */
export function undoVerbOf(kind: ActKind, act: Act): string {
  return kind.undoVerb?.(act) ?? kind.verb;
}

/** Names that clash or are missing, as messages for whoever builds a section. */
export function problemsOf(sections: readonly NamedSection[]): string[] {
  const verbs = verbsOf(sections);
  const unknown = sections.flatMap(({ name, section }) =>
    [...(section.menu ?? []), ...Object.values(section.acts ?? {})]
      .filter(({ verb }) => !verbs.has(verb))
      .map(({ verb }) => `${name}: no section has the verb ${verb}`),
  );
  const twice = (what: string, names: string[]) =>
    names
      .filter((one, index) => names.indexOf(one) < index)
      .map((one) => `two sections have the ${what} ${one}`);
  return [
    ...unknown,
    ...twice(
      'verb',
      sections.flatMap(({ section }) => Object.keys(section.verbs)),
    ),
    ...twice(
      'act',
      sections.flatMap(({ section }) => Object.keys(section.acts ?? {})),
    ),
  ];
}

/** For an act whose kind no section knows any more. */
export function plainWords(kind: string): Text {
  const words = kind.replaceAll('-', ' ');
  return { en: words, es: words };
}
