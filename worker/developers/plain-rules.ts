/**
 * A title for programs, some of which read it as HTML and some as text: it has no markup for either of them. What stands
 * in angle brackets but is no tag keeps its words.
 */
export function plainTitle(text: string): string {
  return text
    .replace(
      /<\/?(?:a|abbr|b|br|code|del|div|em|i|img|p|s|script|small|span|strong|style|sub|sup|u)\b[^>]*>/gi,
      '',
    )
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]*\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/\s+/g, ' ')
    .trim();
}
