import {
  type Around,
  type Field,
  type Fields,
  fieldsIn,
  listOf,
  partOf,
  valueIn,
} from '../kits/form-rules.ts';
import { nameIn } from './shown-rules.ts';

/** Schemes that a page may lead to. Links with others lose their address when Markdown is rendered. */
const followed = ['http', 'https', 'mailto', 'irc', 'ircs', 'xmpp', 'tel'];

/** Links in Markdown that lead nowhere. `message` holds the scheme alone. */
export function deadLinks(
  fields: Fields,
  part: unknown,
  around: Around,
  prefix = '',
): { path: string; scheme: string }[] {
  return fieldsIn(fields, around, part).flatMap((field) => inField(field, part, around, prefix));
}

function inField(
  field: Field,
  group: unknown,
  around: Around,
  prefix: string,
): { path: string; scheme: string }[] {
  const name = nameIn(prefix, field);
  const value = field.key === '' ? group : valueIn(group, field.key);
  if (field.kind === 'text' && field.isMarkdown) {
    return Object.entries(typeof value === 'string' ? { '': value } : partOf(value)).flatMap(
      ([language, words]) =>
        typeof words !== 'string'
          ? []
          : schemesIn(words).map((scheme) => ({
              path: language === '' ? name : `${name}.${language}`,
              scheme,
            })),
    );
  }
  if (field.kind === 'group') {
    return deadLinks(field.fields, value, { ...around, path: [...around.path, field.key] }, name);
  }
  if (field.kind !== 'list' || field.isPlain || field.hasPages) return [];
  return listOf(value).flatMap((entry, i) =>
    deadLinks(field.fields, entry, { ...around, path: [...around.path, field.key, i] }, `${name}.${i}`),
  );
}

function schemesIn(markdown: string): string[] {
  const links = markdown
    .slice(0, 50_000)
    .matchAll(/(?:\]\(\s*<?|<|\]:\s*<?)([a-zA-Z][a-zA-Z0-9+.-]{1,30}):/g);
  const named = [...links].map(([, scheme = '']) => scheme.toLowerCase());
  return [...new Set(named)].filter((scheme) => !followed.includes(scheme));
}
