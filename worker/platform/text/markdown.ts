import { micromark } from 'micromark';

/**
 * Markdown as safe HTML: HTML in it is shown as text, and links with unsafe schemes lose their target. A picture is a
 * link to it: loaded by a feed reader or a mail program, it would tell another host who reads.
 */
export function renderMarkdown(text: string): string {
  const html = micromark(text);
  if (!html.includes('<img ')) return html;
  let isInLink = false;
  return html.replace(
    /<a |<\/a>|<img src="([^"]*)" alt="([^"]*)"[^>]*>/g,
    (tag, href?: string, alt?: string) => {
      if (href === undefined) {
        isInLink = tag === '<a ';
        return tag;
      }
      const words = alt || href;
      return isInLink || href === '' ? words : `<a href="${href}">${words}</a>`;
    },
  );
}

/** Whether it asks for a picture. */
export function hasPicture(text: string): boolean {
  return micromark(text).includes('<img ');
}

/** Markdown as the plain text of a mail: addresses are written out, marks that only show in HTML are left out. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]\n]+)\]\(<?([^\s)>]+)>?(?:\s+"[^"]*")?\)/g, (_, words: string, href: string) =>
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
