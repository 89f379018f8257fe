import { html } from 'hono/html';
import { entryCopy } from './components/entry-copy.ts';
import type { ShownEntry } from './components/entry-list.tsx';
import { type Language, message } from './language.ts';

type FaqEntry = Pick<ShownEntry, 'kind' | 'asked' | 'fact' | 'answerHtml'>;

/**
 * schema.org's FAQPage for search engines. It is data and never runs, so the page's policy for scripts does not concern
 * it; `<` is written as an escape, so that no text can end its element.
 */
export function faqJson(entries: readonly FaqEntry[], language: Language): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: entries.map((entry) => {
      const { name, text } = entry.kind === 'myth' ? mythOf(entry, language) : questionOf(entry);
      return { '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } };
    }),
  };
  return JSON.stringify(page).replaceAll('<', '\\u003c');
}

function questionOf({ asked, answerHtml }: FaqEntry) {
  return { name: asked, text: answerHtml };
}

/** A search engine shows the name alone, where a bare myth would read as a claim of the page. */
function mythOf({ asked, fact, answerHtml }: FaqEntry, language: Language) {
  const words = entryCopy[language];
  const myth = asked.replace(/\.$/, '');
  return {
    name: message(words.isTrue, { myth }, language),
    text: `${html`<p>${words.isFalse}</p><p>${words.fact}: ${fact}</p>`}${answerHtml}`,
  };
}
