/**
 * Placeholders in a kit: "(the city's own words go here)", "[your title]", "TODO". Only marked ones are found, so that
 * "Write your answer here" can be a sentence for residents.
 */
const placeholders = [
  /[([{<][^)\]}>]*\b(go(es)? here|here goe?s?|(va|van|vaya|vayan) aquí|aquí (va|van|vaya|vayan))\b[^)\]}>]*[)\]}>]/iu,
  /^\s*(\[[^\]]+\]|<[^>]+>|\{[^}]+\}|_{3,}|\.{3,}|…)\s*$/iu,
  /\b(TODO|TBD|FIXME|PLACEHOLDER|XXX)\b/u,
  /\blorem ipsum\b/iu,
];

export function isPlaceholder(text: string): boolean {
  return placeholders.some((pattern) => pattern.test(text));
}
