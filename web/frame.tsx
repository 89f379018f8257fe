import { raw } from 'hono/html';
import { isAccent } from './accents.ts';
import assets from './assets.gen.json';
import { ExitLink } from './components/exit-link.tsx';
import { LanguageLink } from './components/language-link.tsx';
import { Notice } from './components/notice.tsx';
import { privacyHref } from './components/privacy-link.tsx';
import { copy } from './copy.ts';
import { message } from './language.ts';
import type { LayoutProps } from './layout-props.ts';
import { type Frame, otherLanguage, pageOf } from './shell.ts';

type FramedProps = LayoutProps & { frame: Frame };

/** The layout of a page in a frame on another site: no masthead and no footer, but a link to the full page. */
export function FramedPage({ shell, frame, title, isError, signed, head, children }: FramedProps) {
  const words = copy[shell.language];
  const accent = shell.campaign?.accent ?? '';
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={shell.language} data-scheme={frame.scheme}>
        <head>
          <meta charset="utf-8" />
          <title>{isError ? message(words.errorTitle, { title }, shell.language) : title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={frame.scheme === 'auto' ? 'light dark' : frame.scheme} />
          <meta name="robots" content="noindex" />
          <meta name="referrer" content="no-referrer" />
          <link rel="stylesheet" href={assets.embedCss} />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          {frame.accentHref && <link rel="stylesheet" href={frame.accentHref} />}
          <script defer src={assets.embedJs} />
          {head}
        </head>
        <body
          class="framed"
          data-frame
          data-accent={isAccent(accent) ? accent : 'navy'}
          data-signed={signed ? '' : undefined}
        >
          {shell.campaign?.hasExit && <ExitLink language={shell.language} framed />}
          <main id="main" tabindex={-1}>
            {shell.isReadOnly && <Notice>{words.readOnly}</Notice>}
            <Stuck shell={shell} />
            {children}
          </main>
          <Foot shell={shell} />
          <p class="framed-left" data-left hidden>
            {words.left}
          </p>
        </body>
      </html>
    </>
  );
}

/** Shown if the page around the frame forbids the frame to send forms or to open windows. */
function Stuck({ shell }: Pick<LayoutProps, 'shell'>) {
  const words = copy[shell.language];
  return (
    <div class="notice" role="status" data-stuck hidden>
      <p>{words.stuck}</p>
      <p>
        <a href={pageOf(shell)} target="_blank" rel="noopener">
          {words.openPage}
        </a>
      </p>
    </div>
  );
}

function Foot({ shell }: Pick<LayoutProps, 'shell'>) {
  const words = copy[shell.language];
  const page = pageOf(shell);
  const other = otherLanguage(shell);
  return (
    <footer class="frame-foot">
      <a href={page} target="_blank" rel="noopener">
        {words.openPage}
      </a>
      {shell.campaign && (
        <a href={privacyHref(shell, shell.campaign.slug)} target="_blank" rel="noopener">
          {words.privacyLink}
        </a>
      )}
      {other && <LanguageLink shell={shell} other={other} />}
    </footer>
  );
}
