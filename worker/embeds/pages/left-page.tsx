import { raw } from 'hono/html';
import assets from '../../../web/assets.gen.json';
import { copy } from '../../../web/copy.ts';
import type { Language } from '../../../web/language.ts';

/** What is left of a frame without scripts once its reader has cleared it. It names nothing. */
export function LeftPage({ language }: { language: Language }) {
  const words = copy[language];
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} data-scheme="light">
        <head>
          <meta charset="utf-8" />
          <title>{words.exit}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <link rel="stylesheet" href={assets.embedCss} />
        </head>
        <body class="framed">
          <main class="framed-left">
            <p>{words.left}</p>
          </main>
        </body>
      </html>
    </>
  );
}
