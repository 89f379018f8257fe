/**
 * A title for programs, some of which read it as HTML and some as text. It contains no markup for either. Text in angle
 * brackets that is not a tag keeps its words.
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
