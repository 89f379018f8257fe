import { raw } from 'hono/html';
import { isAccent } from './accents.ts';
import assets from './assets.gen.json';
import { EnterButton } from './components/enter-button.tsx';
import { ExitLink } from './components/exit-link.tsx';
import { LanguageLink } from './components/language-link.tsx';
import { Notice } from './components/notice.tsx';
import { privacyHref } from './components/privacy-link.tsx';
import { copy } from './copy.ts';
import { FramedPage } from './frame.tsx';
import { message } from './language.ts';
import type { LayoutProps } from './layout-props.ts';
import { linkFrom, otherLanguage, type Shell } from './shell.ts';

export function Layout(props: LayoutProps) {
  const { shell } = props;
  if (shell.frame) return <FramedPage {...props} frame={shell.frame} />;
  const words = copy[shell.language];
  const accent = shell.campaign?.accent ?? '';
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={shell.language}>
        <Head {...props} />
        <body data-accent={isAccent(accent) ? accent : 'navy'}>
          <a class="skip" href="#main">
            {words.skip}
          </a>
          {shell.campaign?.hasExit && !props.forStaff && <ExitLink language={shell.language} />}
          <Masthead shell={shell} campaign={props.front ? null : shell.campaign} />
          <main id="main" class="wrap" tabindex={-1}>
            {shell.isReadOnly && <Notice>{words.readOnly}</Notice>}
            {props.children}
          </main>
          <Footer shell={shell} />
        </body>
      </html>
    </>
  );
}

function Head({ shell, title, description, isError, noindex, forStaff, front, script, head }: LayoutProps) {
  const words = copy[shell.language];
  const site = (front ? null : shell.campaign?.name) ?? words.product;
  const full = title === site ? title : `${title} – ${site}`;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{isError ? message(words.errorTitle, { title: full }, shell.language) : full}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      {/* The address of this page would tell other sites what somebody reads. */}
      {shell.campaign && !forStaff && <meta name="referrer" content="no-referrer" />}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <script type="module" src={script ?? assets.js} />
      {head}
    </head>
  );
}

function Masthead({ shell, campaign }: { shell: Shell; campaign: Shell['campaign'] }) {
  const words = copy[shell.language];
  const other = otherLanguage(shell);
  const { typed } = shell;
  return (
    <header class="wrap masthead">
      <p class="brand">
        <a href={linkFrom(shell, campaign ? `/campaigns/${campaign.slug}` : '/')}>
          {campaign?.name ?? words.product}
        </a>
        {campaign && <span> {campaign.city}</span>}
      </p>
      {other && (
        <nav aria-label={words.languages}>
          {typed && (
            <EnterButton form={typed.form} value={typed.enter}>
              {words.enter}
            </EnterButton>
          )}
          <LanguageLink shell={shell} other={other} />
        </nav>
      )}
    </header>
  );
}

function Footer({ shell }: { shell: Shell }) {
  const words = copy[shell.language];
  const email = shell.campaign?.contactEmail;
  const home = shell.campaign ? `/campaigns/${shell.campaign.slug}` : '';
  return (
    <footer class="wrap footer">
      {email && (
        <p>
          {words.contact} <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      <p>{words.privacy}</p>
      <p class="links">
        {shell.campaign && <a href={privacyHref(shell, shell.campaign.slug)}>{words.privacyLink}</a>}
        <a href={linkFrom(shell, `${home}/accessibility`)}>{words.accessibility}</a>
      </p>
      <p>
        {words.software} <a href={linkFrom(shell, '/developers')}>{words.developers}</a>
      </p>
    </footer>
  );
}
