import { raw } from 'hono/html';
import assets from '../../../web/assets.gen.json';
import { copy as sourceCopy } from '../../../web/components/copy.ts';
import { EntryList, type ShownEntry } from '../../../web/components/entry-list.tsx';
import { SharedText } from '../../../web/components/shared-text.tsx';
import { Social } from '../../../web/components/social.tsx';
import { faqJson } from '../../../web/faq.ts';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { ShownComparison } from '../shown.ts';
import { AmountBars } from './amount-bars.tsx';
import { copy } from './copy.ts';
import { NumbersTable, SourceMark } from './numbers-table.tsx';

type ComparisonPageProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  path: string;
  comparison: ShownComparison;
  myths: readonly ShownEntry[];
  /** All questions and answers of the campaign. */
  questions: string;
};

/** The numbers first, then their picture, what they buy, what is said against it, and where they are from. */
export function ComparisonPage(props: ComparisonPageProps) {
  const { shell, site, comparison } = props;
  const { language } = shell;
  const { title, lead } = comparison;
  const image = `/cards/pages/${shell.campaign?.slug}/budget-${comparison.slug}.png`;
  return (
    <Layout
      shell={shell}
      title={title}
      description={lead}
      head={
        <>
          <Social shell={shell} site={site} title={title} description={lead} image={image} />
          <link rel="stylesheet" href={assets.reports} />
        </>
      }
    >
      <div class="flow budget">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <Numbers comparison={comparison} language={language} />
        <div class="beside">
          <Answers shell={shell} comparison={comparison} />
          <NotKnown comparison={comparison} language={language} />
        </div>
        <div class="beside">
          <Concerns comparison={comparison} language={language} />
          <Myths {...props} />
        </div>
        <Sources comparison={comparison} language={language} />
        <Share {...props} />
      </div>
    </Layout>
  );
}

type PartProps = { comparison: ShownComparison; language: Shell['language'] };

function Numbers({ comparison: { lines, empty, perResident, buys }, language }: PartProps) {
  const words = copy[language];
  const [before = '', after = ''] = words.residents.split('{n}');
  return (
    <>
      <h2>{words.numbers}</h2>
      {lines.length > 0 ? <NumbersTable lines={lines} language={language} /> : <p>{words.none}</p>}
      {lines.length > 0 && empty > 0 && <p class="small">{message(words.empty, { n: empty }, language)}</p>}
      {perResident && (
        <p class="small">
          {before}
          {perResident.text}
          {after} <SourceMark n={perResident.source} language={language} />
        </p>
      )}
      <AmountBars lines={lines} language={language} />
      {buys.length > 0 && (
        <>
          <h2>{words.buysHeading}</h2>
          <ul>
            {buys.map(({ text, source }) => (
              <li>
                {text} <SourceMark n={source} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Answers({ shell, comparison: { surveys, lines } }: { shell: Shell; comparison: ShownComparison }) {
  if (surveys.length === 0) return null;
  const { survey } = copy[shell.language];
  return (
    <div class="flow">
      <h2>{survey.heading}</h2>
      {surveys.map(({ slug, title, asOf, asked }) => {
        const [before = '', after = ''] = (asOf ? survey.told : survey.wait).split('{survey}');
        return (
          <>
            <p>
              {before}
              <a href={linkFrom(shell, `/surveys/${slug}`)}>{title}</a>
              {after.replace('{date}', asOf ?? '')}
            </p>
            {asOf && <p>{questionsText(asked, shell.language)}</p>}
          </>
        );
      })}
      {lines.some(({ answered }) => answered?.isSpread) && <p>{survey.spread}</p>}
    </div>
  );
}

function questionsText(asked: readonly string[], language: Shell['language']): string {
  const { survey } = copy[language];
  const questions = asked.map((question) => message(survey.quoted, { question }, language)).join(', ');
  return message(survey.asked, { n: asked.length, questions }, language);
}

function NotKnown({ comparison: { notKnown }, language }: PartProps) {
  if (notKnown.length === 0) return null;
  return (
    <div class="flow">
      <h2>{copy[language].notKnown}</h2>
      {notKnown.map(({ line, html }) => (
        <div class="flow prose">
          {line && (
            <p>
              <b>{line}</b>
            </p>
          )}
          {raw(html)}
        </div>
      ))}
    </div>
  );
}

function Concerns({ comparison: { concerns }, language }: PartProps) {
  return (
    <div class="flow">
      {concerns.map(({ heading, html, sources }) => (
        <>
          <h2>{heading}</h2>
          <div class="flow prose">{raw(html)}</div>
          <p class="small">
            {sourceCopy[language].source}{' '}
            {sources.map(({ name, url }, i) => (
              <>
                {i > 0 && '; '}
                {url ? <a href={url}>{name}</a> : name}
              </>
            ))}
          </p>
        </>
      ))}
    </div>
  );
}

function Myths({ shell, myths, questions }: ComparisonPageProps) {
  return (
    <div class="flow">
      {/* Near the same words in the list, which so compress to little. */}
      {myths.length > 0 && <script type="application/ld+json">{raw(faqJson(myths, shell.language))}</script>}
      <EntryList shell={shell} entries={myths} />
      <p class="actions">
        <a href={linkFrom(shell, questions)}>{copy[shell.language].allMyths}</a>
      </p>
    </div>
  );
}

function Sources({ comparison: { sources }, language }: PartProps) {
  if (sources.length === 0) return null;
  return (
    <>
      <h2>{copy[language].sources}</h2>
      <ol class="small">
        {sources.map(({ text, url }, i) => (
          <li id={`source-${i + 1}`}>{url ? <a href={url}>{text}</a> : text}</li>
        ))}
      </ol>
    </>
  );
}

function Share({ shell, site, path, comparison }: ComparisonPageProps) {
  const { language } = shell;
  const { share, print } = copy[language];
  const address = site + path;
  return (
    <section class="flow share" aria-labelledby="share">
      <h2 id="share">{share.heading}</h2>
      <SharedText
        label={comparison.share === null ? share.link : share.text}
        text={comparison.share?.replaceAll('{link}', address) ?? address}
        language={language}
      />
      <p>
        <button class="button secondary" type="button" hidden data-print>
          {print}
        </button>
      </p>
    </section>
  );
}
