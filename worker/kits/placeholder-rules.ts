/**
 * What stands in a kit until somebody writes the words: "(the city's own words go here)", "[your title]", "TODO". Only
 * what is marked as such, so that "Write your answer here" stays a sentence for residents.
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
