import { Button } from '../../../web/components/button.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { HelpLines, type HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { Social } from '../../../web/components/social.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { audiences, levels, needs, policePolicies } from '../rules.ts';
import type { Search } from '../search-rules.ts';
import { copy } from './copy.ts';
import { CarefulPage } from './frame.tsx';
import { languageName } from './language-names.ts';
import { copy as partCopy } from './part-copy.ts';
import { copy as referralCopy } from './referral-copy.ts';
import { ServiceEntry, type ShownService } from './service-entry.tsx';

export type DirectoryPageProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  /** The page's own path. */
  href: string;
  city: string;
  help: HelpLinesProps | null;
  /** The path of the steps for whoever meets somebody who may need help; null if there are none. */
  steps: string | null;
  keeps: readonly string[];
  search: Search;
  /** Languages to choose from. */
  languages: readonly string[];
  /** How many services fit, and how many examples of one. */
  found: number;
  examples: number;
  page: number;
  pages: number;
  services: readonly ShownService[];
};

export function DirectoryPage(props: DirectoryPageProps) {
  const { shell, help, city, found, examples, services, search } = props;
  const real = services.filter(({ isExample }) => !isExample);
  const invented = services.filter(({ isExample }) => isExample);
  const { language } = shell;
  const words = copy[language];
  const { title } = partCopy[language];
  const lead = message(partCopy[language].lead, { city }, language);
  const social = {
    // The preview of a shared link shows neither the campaign nor what somebody looked for.
    shell: { ...shell, path: props.href },
    ...{ site: props.site, title, description: lead },
    image: `/cards/pages/${shell.campaign?.slug}/resources.png`,
  };
  return (
    <CarefulPage shell={shell} title={title} keeps={props.keeps} head={<Social {...social} />}>
      <div class="flow">
        <h1>{words.heading}</h1>
        <p class="lead">{lead}</p>
        {help && <HelpLines {...help} />}
        {props.steps && (
          <p>
            <a href={linkFrom(shell, props.steps)}>{referralCopy[language].link}</a>
          </p>
        )}
        <div class="directory">
          <SearchForm {...props} />
          <section class="flow" aria-labelledby="found">
            <h2 id="found">{message(words.found, { n: found }, language)}</h2>
            <p class="set-apart offline" id="offline">
              {words.offline}
            </p>
            {found === 0 && <p>{search.police === 'never' ? words.noneNever : words.none}</p>}
            {real.map((service) => (
              <ServiceEntry service={service} language={language} />
            ))}
            {invented.length > 0 && <h2>{message(words.examples, { n: examples }, language)}</h2>}
            {invented.map((service) => (
              <ServiceEntry service={service} language={language} />
            ))}
            <Pages {...props} />
          </section>
        </div>
      </div>
    </CarefulPage>
  );
}

function SearchForm({ shell, href, search, languages }: DirectoryPageProps) {
  const { language } = shell;
  const words = copy[language];
  const { search: labels } = words;
  const select = (name: keyof Search, options: readonly (readonly [value: string, label: string])[]) => (
    <Select
      name={name}
      label={labels[name]}
      language={language}
      error={null}
      value={search[name] ?? ''}
      options={[['', labels.any] as const, ...options].map(([value, label]) => ({ value, label }))}
    />
  );
  const lang = new URL(shell.path, 'http://site').searchParams.get('lang');
  return (
    <search>
      <form class="fields" method="get" action={`${href}#found`} aria-label={labels.heading}>
        {lang && <input type="hidden" name="lang" value={lang} />}
        <TextField
          name="words"
          label={labels.words}
          hint={labels.wordsHint}
          language={language}
          error={null}
          value={search.words}
          autocomplete="off"
        />
        {select(
          'need',
          needs.map((one) => [one, words.needs[one]]),
        )}
        {select(
          'police',
          policePolicies.map((one) => [one, words.policeShort[one]]),
        )}
        <details open={search.language !== null || search.for !== null || search.level !== null}>
          <summary>{labels.more}</summary>
          <div class="fields">
            {select(
              'language',
              languages.map((code) => [code, languageName(code, language)]),
            )}
            {select(
              'for',
              audiences.map((one) => [one, words.audiences[one]]),
            )}
            {select(
              'level',
              levels.map((one) => [one, words.levels[one]]),
            )}
          </div>
        </details>
        <Button>{labels.button}</Button>
        <p>
          <a href={linkFrom(shell, href)}>{labels.all}</a>
        </p>
      </form>
    </search>
  );
}

function Pages({ shell, search, page, pages, href }: DirectoryPageProps) {
  const { language } = shell;
  const words = copy[language];
  if (pages === 1) return null;
  const to = (page: number) => {
    const asked = Object.entries({ ...search, page: String(page) }).filter(([, value]) => value);
    return `${linkFrom(shell, `${href}?${new URLSearchParams(asked as [string, string][])}`)}#found`;
  };
  return (
    <nav class="flow" aria-label={words.pages}>
      <p>{message(words.pageOf, { page, pages }, language)}</p>
      {page > 1 && (
        <p>
          <a href={to(page - 1)}>{words.earlier}</a>
        </p>
      )}
      {page < pages && (
        <p>
          <a href={to(page + 1)}>{words.later}</a>
        </p>
      )}
    </nav>
  );
}
