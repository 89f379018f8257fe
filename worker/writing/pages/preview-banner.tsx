import type { Language } from '../../../web/language.ts';
import type { DraftPageLink } from '../preview-rules.ts';
import { languageNames, previewCopy } from './preview-copy.ts';

/** Above a page that is not public. */
export function PreviewBanner({
  language,
  languages,
  pages,
  here,
  linkTo,
  back,
}: {
  language: Language;
  /** Of the campaign. */
  languages: readonly Language[];
  pages: readonly DraftPageLink[];
  here: string;
  linkTo: (path: string) => string;
  back: string;
}) {
  const words = previewCopy[language];
  return (
    <aside class="wrap notice" aria-label={words.draft}>
      <p>
        <b>{words.draft}</b> {words.lead} <a href={back}>{words.back}</a>
      </p>
      <nav aria-label={words.pages}>
        <ul>
          {pages.map((page) => (
            <li>
              {languages.map((one, at) => (
                <>
                  {at > 0 && ' · '}
                  <a
                    href={linkTo(`${page.path}?lang=${one}`)}
                    lang={one}
                    hreflang={one}
                    aria-current={page.path === here && one === language ? 'page' : undefined}
                  >
                    {page.title[one]}
                    {languages.length > 1 && <> ({languageNames[one]})</>}
                  </a>
                </>
              ))}
            </li>
          ))}
        </ul>
      </nav>
    </aside>
  );
}
