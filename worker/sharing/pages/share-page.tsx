import assets from '../../../web/assets.gen.json';
import { EmbedLink } from '../../../web/components/embed-link.tsx';
import { HeadlineFact, type SourcedFact } from '../../../web/components/fact.tsx';
import { chosenLanguage, printHref } from '../../../web/components/share-links.ts';
import { ShareTexts, type ShareTextsProps } from '../../../web/components/share-texts.tsx';
import { type SourceGroup, SourceOptions } from '../../../web/components/source-options.tsx';
import type { Language } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

type Way = 'whatsapp' | 'sms' | 'email' | 'telegram' | 'facebook' | 'x';
export type Print = 'poster' | 'flyer' | 'handbill' | 'sheet';

/** What is shared: an action or a page of the campaign. */
export type Shared = Omit<ShareTextsProps, 'language'> & {
  slug: string;
  title: string;
  ask: string;
  href: string;
  ways: { way: Way; href: string }[];
};

export type ShareAction = Shared & {
  prints: { print: Print; query: { action: string; source: string } }[];
};

export type SharePageProps = {
  shell: Shell;
  campaign: { slug: string; title: string };
  fact: (SourcedFact & { figure: string | null }) | null;
  hashtags: string[];
  sources: SourceGroup[];
  /** Empty if each way of sharing has its own source. */
  chosen: string;
  actions: ShareAction[];
  pages: Shared[];
};

export function SharePage(props: SharePageProps) {
  const { shell, fact, hashtags, actions, pages } = props;
  const { language } = shell;
  const words = copy[language];
  return (
    <Layout
      shell={shell}
      title={words.title}
      description={words.lead}
      head={<link rel="stylesheet" href={assets.posters} />}
    >
      <header class="opening">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <div class="flow kit spread">
        <div class="flow">
          {fact && (
            <>
              <h2>{words.fact}</h2>
              <HeadlineFact fact={fact} language={language} />
            </>
          )}
          {hashtags.length > 0 && (
            <p>
              {words.hashtags} <b>{hashtags.join(' ')}</b>
            </p>
          )}
          {actions.length === 0 && <p>{words.none}</p>}
        </div>
        {actions.length > 0 && <PickSource {...props} />}
        {actions.map((action) => (
          <Action shell={shell} campaign={props.campaign.slug} action={action} />
        ))}
        {pages.length > 0 && (
          <section class="flow" aria-labelledby="more">
            <h2 id="more">{words.more}</h2>
            {pages.map((page) => (
              <Page shell={shell} page={page} />
            ))}
          </section>
        )}
      </div>
    </Layout>
  );
}

function PickSource({ shell, campaign, sources, chosen }: SharePageProps) {
  const words = copy[shell.language].source;
  const language = chosenLanguage(shell);
  return (
    <form class="flow" action={`/campaigns/${campaign.slug}/share`}>
      <h2>{words.heading}</h2>
      {language !== '' && <input type="hidden" name="lang" value={language} />}
      <div class="field narrow">
        <label for="source">{words.label}</label>
        <p class="hint" id="source-hint">
          {words.hint}
        </p>
        <SourceOptions
          groups={sources}
          chosen={chosen}
          none={words.none}
          own={words.own}
          describedBy="source-hint"
        />
      </div>
      <button class="button secondary" type="submit">
        {words.button}
      </button>
    </form>
  );
}

function Page({ shell, page }: { shell: Shell; page: Shared }) {
  const { language } = shell;
  return (
    <details id={`share-${page.slug}`}>
      <summary>
        <h3>{page.title}</h3>
      </summary>
      <div class="flow">
        <p>{page.ask}</p>
        <p>
          <a href={linkFrom(shell, page.href)}>{copy[language].go}</a>
        </p>
        <Ways language={language} shared={page} />
      </div>
    </details>
  );
}

/** Links that open an app with the text in it, and the texts. */
function Ways({ language, shared }: { language: Language; shared: Shared }) {
  const words = copy[language];
  return (
    <>
      <ul class="ways">
        {shared.ways.map(({ way, href }) => (
          <li>
            <a class="button secondary" href={href} rel="noopener noreferrer">
              {words.ways[way]}
            </a>
          </li>
        ))}
      </ul>
      <ShareTexts slug={shared.slug} address={shared.address} texts={shared.texts} language={language} />
    </>
  );
}

type ActionProps = { shell: Shell; campaign: string; action: ShareAction };

function Action({ shell, campaign, action }: ActionProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <section class="flow share-action" aria-labelledby={`share-${action.slug}`}>
      <header class="flow">
        <h2 id={`share-${action.slug}`}>{action.title}</h2>
        <p class="lead">{action.ask}</p>
        <p>
          <a href={linkFrom(shell, action.href)}>{words.go}</a>
        </p>
        <EmbedLink shell={shell} path={action.href} title={action.title} />
      </header>
      <div class="flow">
        <h3>{words.send}</h3>
        <p class="small">{words.sendHint}</p>
        <Ways language={language} shared={action} />
      </div>
      <div class="flow">
        <h3>{words.print}</h3>
        <p class="small">{words.printHint}</p>
        <Prints shell={shell} campaign={campaign} action={action} />
      </div>
    </section>
  );
}

function Prints({ shell, campaign, action }: ActionProps) {
  const words = copy[shell.language];
  return (
    <ul class="plain ruled prints">
      {action.prints.map(({ print, query }) => (
        <li>
          <span>{words.prints[print]}</span>
          {(['letter', 'a4'] as const).map((paper) => (
            <a
              class="button secondary"
              href={printHref(shell, campaign, { print, ...query, paper })}
              aria-label={`${words.prints[print]}, ${words.papers[paper]}`}
            >
              {words.papers[paper]}
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
}
