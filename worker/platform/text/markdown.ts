import { micromark } from 'micromark';

/** Markdown as safe HTML: HTML in it is shown as text, and links with unsafe schemes lose their target. */
export function renderMarkdown(text: string): string {
  return micromark(text);
}

/** Markdown as the plain text of a mail: addresses are written out, marks that only show in HTML are left out. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/\[([^\]\n]+)\]\(<?([^\s)>]+)>?(?:\s+"[^"]*")?\)/g, (_, words: string, href: string) =>
      words === href ? href : `${words} (${href})`,
    )
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/g, '$1')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

/** The beginning of a text, in whole paragraphs. Of a first paragraph that is longer, its beginning as plain text. */
export function beginningOf(markdown: string, longest: number): string {
  if (markdown.length <= longest) return markdown;
  const end = markdown.lastIndexOf('\n\n', longest);
  if (end > 0) return `${markdown.slice(0, end)}\n\n…`;
  return `${plainOf(markdown)
    .slice(0, longest)
    .replace(/\s\S*$/, '')
    .replace(/[\\`*_[\]<>]/g, '\\$&')} …`;
}
