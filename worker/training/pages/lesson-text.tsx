import { raw } from 'hono/html';
import { formatDate, type Language, message } from '../../../web/language.ts';
import type { ShownModule } from '../shown.ts';
import { copy } from './copy.ts';

/** The lesson itself, each part with where it is from. */
export function LessonText({ module, language }: { module: ShownModule; language: Language }) {
  const words = copy[language];
  const { review } = module;
  return (
    <>
      {module.parts.map(({ heading, html, sources }) => (
        <section class="flow">
          <h2>{heading}</h2>
          <div class="flow prose">{raw(html)}</div>
          <p class="small">
            {message(words.sources, { n: sources.length }, language)}:{' '}
            {sources.map(({ name, url }, i) => (
              <>
                {i > 0 && '; '}
                {url ? (
                  <a href={url} rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </>
            ))}
          </p>
        </section>
      ))}
      <p class="small">
        {review
          ? message(words.reviewed, { who: review.by, date: formatDate(review.on, language) }, language)
          : words.notReviewed}
      </p>
    </>
  );
}
