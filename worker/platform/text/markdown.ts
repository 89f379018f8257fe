import { micromark } from 'micromark';

/** Markdown as safe HTML: HTML in it is shown as text, and links with unsafe schemes lose their target. */
export function renderMarkdown(text: string): string {
  return micromark(text);
}
