import assets from '../../../web/assets.gen.json';
import { Figure } from '../../../web/components/figure.tsx';
import { SharedText } from '../../../web/components/shared-text.tsx';
import { Social } from '../../../web/components/social.tsx';
import { Table } from '../../../web/components/table.tsx';
import { formatNumber, message, timeZoneName } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Outline } from '../map-rules.ts';
import type { ShownCity, ShownNumber, ShownState } from '../shown.ts';
import { copy } from './copy.ts';
import { copy as partCopy } from './part-copy.ts';
import { StateMap } from './state-map.tsx';

type StatePageProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  path: string;
  /** The name of the state. */
  name: string;
  timeZone: string;
  shown: ShownState;
  outline: Outline | null;
};

/** The sum first, then the map beside what is missing, the table, and how it is counted. */
export function StatePage(props: StatePageProps) {
  const { shell, site, name, shown, outline } = props;
  const { language } = shell;
  const words = copy[language];
  const title = message(partCopy[language].title, { state: name }, language);
  const lead = message(partCopy[language].lead, { state: name }, language);
  const image = `/cards/pages/${shell.campaign?.slug}/state.png`;
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
      <div class="flow state">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <div class="beside">
          <div class="flow">
            <SumFigure shown={shown} language={language} />
            <Problems problems={shown.problems} heading={words.problems.heading} />
          </div>
          {outline && <StateMap outline={outline} cities={shown.dots} caption={words.map} />}
        </div>
        <Cities {...props} />
        <div class="beside">
          <div class="flow">
            <h2>{words.counted.heading}</h2>
            {words.counted.lines.map((line) => (
              <p>{line}</p>
            ))}
          </div>
          <div class="flow">
            <h2>{words.check.heading}</h2>
            <p>{words.check.text}</p>
            <p>
              <a href={linkFrom(shell, '/verify')}>{words.check.link}</a>
            </p>
            <Share {...props} />
          </div>
        </div>
        {shell.campaign && (
          <p>
            <a href={linkFrom(shell, `/campaigns/${shell.campaign.slug}`)}>{words.back}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}

type SumProps = { shown: ShownState; language: Shell['language'] };

function SumFigure({ shown: { sum, where, cities }, language }: SumProps) {
  const words = copy[language];
  const { signatures, answers, trained } = sum;
  if (cities.length === 0) return <p>{words.empty}</p>;
  const others = {
    ...{ n: answers, answers: formatNumber(answers, language) },
    ...{ m: trained, trained: formatNumber(trained, language) },
  };
  return (
    <Figure
      value={signatures}
      label={message(words.figure, { n: signatures, where }, language)}
      language={language}
    >
      {answers + trained > 0 && <p>{message(words.others, others, language)}</p>}
    </Figure>
  );
}

function Problems({ problems, heading }: { problems: readonly string[]; heading: string }) {
  if (problems.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {problems.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Cities(props: StatePageProps) {
  const { shell, shown, timeZone } = props;
  const { cities, out, sum } = shown;
  const { language } = shell;
  const words = copy[language];
  const zone = timeZoneName(timeZone, language);
  const total = [
    message(words.sum, { cities: sum.cities }, language),
    ...[sum.signatures, sum.answers, sum.trained].map((n) => formatNumber(n, language)),
  ];
  const caption = message(words.caption, { zone }, language);
  return (
    <>
      {cities.length > 0 && <CityTable shell={shell} cities={cities} caption={caption} total={total} />}
      {out.length > 0 && (
        <CityTable shell={shell} cities={out} caption={cities.length > 0 ? words.captionOut : caption} />
      )}
    </>
  );
}

type CityTableProps = { shell: Shell; cities: readonly ShownCity[]; caption: string; total?: string[] };

function CityTable({ shell, cities, ...table }: CityTableProps) {
  const { heads } = copy[shell.language];
  const numbers = ['signatures', 'answers', 'trained'] as const;
  return (
    <Table
      asList
      {...table}
      columns={[{ label: heads.city }, ...numbers.map((key) => ({ label: heads[key], numeric: true }))]}
      rows={cities.map((city) => [
        <CityName city={city} shell={shell} />,
        ...numbers.map((key) => <LinkedNumber number={city[key]} shell={shell} />),
      ])}
    />
  );
}

function CityName({ city: { name, href, mark, read }, shell }: { city: ShownCity; shell: Shell }) {
  return (
    <>
      <a href={linkFrom(shell, href)}>{name}</a>
      {[mark, read].map(
        (note) =>
          note && (
            <>
              <br />
              <span class="small">{note}</span>
            </>
          ),
      )}
    </>
  );
}

/** The number of one statement is the link to it. Several stand below their sum, by name. */
function LinkedNumber({ number: { text, statements }, shell }: { number: ShownNumber; shell: Shell }) {
  const [first, ...others] = statements;
  if (!first) return <>{text}</>;
  if (others.length === 0) return <a href={linkFrom(shell, first.href)}>{text}</a>;
  return (
    <>
      {text}
      {statements.map(({ href, name, text }) => (
        <>
          <br />
          <span class="small">
            <a href={linkFrom(shell, href)}>
              <span translate="no">{name}</span>: {text}
            </a>
          </span>
        </>
      ))}
    </>
  );
}

function Share({ shell, site, path, name }: StatePageProps) {
  const { language } = shell;
  const { share, print } = copy[language];
  const text = partCopy[language].share.replace('{state}', name).replace('{link}', site + path);
  return (
    <section class="flow share" aria-labelledby="share">
      <h2 id="share">{share.heading}</h2>
      <SharedText label={share.text} text={text} language={language} />
      <p>
        <button class="button secondary" type="button" hidden data-print>
          {print}
        </button>
      </p>
    </section>
  );
}
