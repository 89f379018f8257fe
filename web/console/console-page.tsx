import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { isAccent } from '../accents.ts';
import assets from '../assets.gen.json';
import { Button } from '../components/button.tsx';
import { LanguageLink } from '../components/language-link.tsx';
import { Notice } from '../components/notice.tsx';
import { copy as siteCopy } from '../copy.ts';
import { formatNumber, type Language, message } from '../language.ts';
import { linkFrom, otherLanguage, type Shell } from '../shell.ts';
import { ConsoleForm } from './console-form.tsx';
import { copy } from './copy.ts';
import type { ConsoleFrame } from './frame-props.ts';
import { Keys } from './keys.tsx';

type ConsolePageProps = { frame: ConsoleFrame; title: string; isError?: boolean; children?: Child };

/** A page of a campaign's console. Begin `children` with an h1. */
export function ConsolePage({ frame, title, isError, children }: ConsolePageProps) {
  const { shell, campaign, done } = frame;
  return (
    <ConsoleDocument
      shell={shell}
      title={`${title} – ${campaign.name}`}
      accent={campaign.accent}
      isError={isError}
      masthead={<Signed frame={frame} />}
      hasMenu
    >
      <Menu frame={frame} />
      <main id="main" tabindex={-1}>
        {shell.isReadOnly && <Notice>{siteCopy[shell.language].readOnly}</Notice>}
        {done && <Done frame={frame} done={done} />}
        {children}
        <Keys language={shell.language} />
      </main>
    </ConsoleDocument>
  );
}

type PlainProps = { shell: Shell; title: string; isError?: boolean; masthead?: Child; children?: Child };

/** A page of the console that belongs to no campaign, such as signing in. */
export function PlainConsolePage({ shell, title, isError, masthead, children }: PlainProps) {
  return (
    <ConsoleDocument shell={shell} title={title} accent="navy" isError={isError} masthead={masthead}>
      <main id="main" class="alone" tabindex={-1}>
        {shell.isReadOnly && <Notice>{siteCopy[shell.language].readOnly}</Notice>}
        {children}
      </main>
    </ConsoleDocument>
  );
}

type DocumentProps = Omit<PlainProps, 'isError'> & {
  accent: string;
  isError: boolean | undefined;
  hasMenu?: boolean;
};

function ConsoleDocument({ shell, title, accent, isError, masthead, hasMenu, children }: DocumentProps) {
  const { language } = shell;
  const words = copy[language];
  const full = `${title} – ${words.console}`;
  const other = otherLanguage(shell);
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{isError ? message(siteCopy[language].errorTitle, { title: full }, language) : full}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <link rel="stylesheet" href={assets.css} />
          <link rel="stylesheet" href={assets.consoleCss} />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <script type="module" src={assets.consoleJs} />
        </head>
        <body class="console" data-accent={isAccent(accent) ? accent : 'navy'}>
          <a class="skip" href="#main">
            {words.skip}
          </a>
          <header class="desk-head">
            <p class="brand">
              <a href={linkFrom(shell, '/organize')}>
                {siteCopy[language].product} <span>{words.console}</span>
              </a>
            </p>
            {hasMenu && <MenuToggle language={language} />}
            {masthead}
            {other && (
              <nav aria-label={siteCopy[language].languages}>
                <LanguageLink shell={shell} other={other} />
              </nav>
            )}
          </header>
          <div class="desk">{children}</div>
        </body>
      </html>
    </>
  );
}

function Signed({ frame }: { frame: ConsoleFrame }) {
  const { shell, campaign, organizer, role } = frame;
  const words = copy[shell.language];
  return (
    <>
      <p class="where">
        <a href={linkFrom(shell, `/organize/campaigns/${campaign.slug}`)}>{campaign.name}</a>
      </p>
      <SignedIn shell={shell} formToken={frame.formToken}>
        {message(words.people, { email: organizer, role: words.roles[role] }, shell.language)}
      </SignedIn>
    </>
  );
}

/** Who is signed in, with the button that ends it. */
export function SignedIn(props: { shell: Shell; formToken: string; children: Child }) {
  const words = copy[props.shell.language];
  return (
    <ConsoleForm shell={props.shell} formToken={props.formToken} action="/organize/sign-out" class="who">
      <a href={linkFrom(props.shell, '/organize/passkey')}>{props.children}</a>
      <button class="link" type="submit" data-working={words.signingOut}>
        {words.signOut}
      </button>
    </ConsoleForm>
  );
}

/** On a phone CSS hides the menu and who is signed in until this is open, so that it works without a script. */
function MenuToggle({ language }: { language: Language }) {
  return (
    <details class="menu-toggle">
      <summary>{copy[language].menuToggle}</summary>
    </details>
  );
}

/** On a phone only the pages where something waits are always shown. The first page lists them itself. */
function Menu({ frame }: { frame: ConsoleFrame }) {
  const { shell, menu } = frame;
  const { language } = shell;
  const words = copy[language];
  const isHome = menu[0]?.isHere ?? false;
  return (
    <nav class="desk-menu" aria-label={words.menu}>
      <ul>
        {menu.map(({ href, label, isHere, count }) => (
          <li class={count && !isHome ? 'waits' : undefined}>
            <a href={linkFrom(shell, href)} aria-current={isHere ? 'page' : undefined}>
              {label}
              {count && (
                <span class="count">
                  <span aria-hidden="true">
                    {formatNumber(count.n, language)}
                    {count.more ? '+' : ''}
                  </span>
                  <span class="unseen">
                    {' '}
                    {message(count.more ? words.many : words.waiting, { n: count.n }, language)}
                  </span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Done({ frame, done }: { frame: ConsoleFrame; done: NonNullable<ConsoleFrame['done']> }) {
  const words = copy[frame.shell.language];
  return (
    <div class="notice done-now" role="status">
      <p>{done.words}</p>
      {done.undo && (
        <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={done.undo.action}>
          <input type="hidden" name="back" value={done.undo.back} />
          <Button secondary working={words.undoing} keyshortcuts="U">
            {words.undo}
          </Button>
        </ConsoleForm>
      )}
    </div>
  );
}
