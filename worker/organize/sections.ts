import type { Text } from '../../web/language.ts';
import type { Act } from './act-rules.ts';
import type { ActKind, NamedSection } from './console-section.ts';
import type { Verb } from './role-rules.ts';

/** Every verb of the console by its name. */
export function verbsOf(sections: readonly NamedSection[]): Map<string, Verb> {
  return new Map(sections.flatMap(({ section }) => Object.entries(section.verbs)));
}

export function actKindsOf(sections: readonly NamedSection[]): Map<string, ActKind> {
  return new Map(sections.flatMap(({ section }) => Object.entries(section.acts ?? {})));
}

/** The verb that undoing this act asks for. */
export function undoVerbOf(kind: ActKind, act: Act): string {
  return kind.undoVerb?.(act) ?? kind.verb;
}

/** What is wrong with how sections name things, in words for who builds them. */
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

/** For an act of a kind that no section knows any more. */
export function plainWords(kind: string): Text {
  const words = kind.replaceAll('-', ' ');
  return { en: words, es: words };
}
