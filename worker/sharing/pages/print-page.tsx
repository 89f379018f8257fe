import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { isAccent } from '../../../web/accents.ts';
import assets from '../../../web/assets.gen.json';
import { ExitLink } from '../../../web/components/exit-link.tsx';
import { shareKitHref } from '../../../web/components/share-links.ts';
import { type SourceGroup, SourceOptions } from '../../../web/components/source-options.tsx';
import { languages } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import { printCopy } from './print-copy.ts';
import type { Paper, Print } from './printed.ts';

export type PrintPageProps = {
  shell: Shell;
  campaign: { slug: string };
  print: Print;
  action: { slug: string; title: string };
  paper: Paper;
  sources: SourceGroup[];
  source: string;
  /** The number of pages and their code; null for one page without a code. */
  sheet: { code: string; pages: number } | null;
  /** The pages themselves. */
  children: Child;
};

/** A page for printing. The part above the paper is shown only on screens. */
export function PrintPage(props: PrintPageProps) {
  const { shell, print, action, children } = props;
  const { language, campaign } = shell;
  const title = `${copy[language].prints[print]}: ${action.title}`;
  const accent = campaign?.accent ?? '';
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <meta name="referrer" content="no-referrer" />
          <link rel="stylesheet" href={assets.css} />
          <link rel="stylesheet" href={assets.posters} />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <script type="module" src={assets.js} />
        </head>
        <body class="printed" data-accent={isAccent(accent) ? accent : 'navy'}>
          {campaign?.hasExit && <ExitLink language={language} />}
          <header class="wrap print-bar flow">
            <h1>{title}</h1>
            <Choices {...props} />
          </header>
          <main id="main" aria-label={printCopy[language].preview}>
            {children}
          </main>
        </body>
      </html>
    </>
  );
}

function Choices({ shell, campaign, print, action, paper, sources, source, sheet }: PrintPageProps) {
  const { language } = shell;
  const words = printCopy[language];
  const papers = (['letter', 'a4'] as const).map((value) => ({ value, label: words.papers[value] }));
  const spoken = shell.campaign?.languages ?? languages;
  const choices = spoken.map((value) => ({ value, label: words.languages[value] }));
  const pages = [1, 2, 5, 10, 20].map((n) => ({ value: String(n), label: String(n) }));
  return (
    <>
      <form class="print-choices" action={`/campaigns/${campaign.slug}/print/${print}`}>
        <input type="hidden" name="action" value={action.slug} />
        {sheet && <input type="hidden" name="sheet" value={sheet.code} />}
        <Choice name="paper" label={words.paper} options={papers} value={paper} />
        {choices.length > 1 && (
          <Choice name="lang" label={words.language} options={choices} value={language} />
        )}
        {sheet && <Choice name="pages" label={words.pages} options={pages} value={String(sheet.pages)} />}
        <div class="field">
          <label for="source">{words.source}</label>
          <SourceOptions groups={sources} chosen={source} none={words.noSource} own={words.own} />
        </div>
        <button class="button secondary" type="submit">
          {words.show}
        </button>
        <button class="button" type="button" hidden data-print>
          {words.button}
        </button>
      </form>
      <p class="small">{words.how}</p>
      <p>
        <a href={shareKitHref(shell, campaign.slug)}>{words.back}</a>
      </p>
    </>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  value: string;
};

function Choice({ name, label, options, value: chosen }: ChoiceProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name} autocomplete="off">
        {options.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
