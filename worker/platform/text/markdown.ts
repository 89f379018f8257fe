import { micromark } from 'micromark';

/** Safe HTML of a text in Markdown: HTML in it is shown as text, links with unsafe schemes lose their target. */
export function renderMarkdown(text: string): string {
  return micromark(text);
}
