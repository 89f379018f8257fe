import type { ShownEntry } from './components/entry-list.tsx';

/**
 * schema.org's FAQPage for search engines. It is data and never runs, so the page's policy for scripts does not concern
 * it; `<` is written as an escape, so that no text can end its element.
 */
export function faqJson(entries: readonly Pick<ShownEntry, 'asked' | 'answerHtml'>[]): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: entries.map(({ asked, answerHtml }) => {
      return { '@type': 'Question', name: asked, acceptedAnswer: { '@type': 'Answer', text: answerHtml } };
    }),
  };
  return JSON.stringify(page).replaceAll('<', '\\u003c');
}
