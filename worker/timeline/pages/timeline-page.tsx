import { copy as webCopy } from '../../../web/components/copy.ts';
import { feedHref } from '../../../web/components/news.tsx';
import { Social } from '../../../web/components/social.tsx';
import { Table } from '../../../web/components/table.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Picture as Drawn } from '../picture-rules.ts';
import { copy } from './copy.ts';
import { Picture } from './picture.tsx';

export type Entry = {
  name: string;
  about: string;
  decides: string | null;
  from: string;
  until: string | null;
  when: 'past' | 'now' | 'next' | 'later';
};

type TimelinePageProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  /** `days` from today in the city's time zone: 0 is today. */
  next: { name: string; days: number } | null;
  picture: Drawn | null;
  entries: readonly Entry[];
};

/** Phases and junctures as a picture with its table. */
export function TimelinePage({ shell, site, next, picture, entries }: TimelinePageProps) {
  const { language, campaign } = shell;
  const words = copy[language];
  const title = `${words.title}: ${campaign?.name}`;
  const image = `/cards/campaigns/${campaign?.slug}.png`;
  return (
    <Layout
      shell={shell}
      title={title}
      description={words.caption}
      head={<Social shell={shell} site={site} title={title} description={words.caption} image={image} />}
    >
      <div class="flow">
        <h1>{words.title}</h1>
        {next && <p class="lead">{message(words.next, next, language)}</p>}
        {picture && <PublicPicture shell={shell} picture={picture} />}
        <Table
          asList
          caption={words.caption}
          columns={[{ label: words.what }, { label: words.when }, { label: words.about }]}
          rows={entries.map((entry) => [
            entry.name,
            <>
              <b>{webCopy[language].when[entry.when]}</b> · {spanWords(entry, language)}
            </>,
            <>
              {entry.about}
              {entry.decides && (
                <>
                  <br />
                  <b>{words.decides}:</b> {entry.decides}
                </>
              )}
            </>,
          ])}
        />
        <p class="not-printed">
          <a href={feedHref(shell, 'junctures.ics')}>{words.calendar}</a>
          <br />
          <a href={linkFrom(shell, `/campaigns/${campaign?.slug}`)}>{words.back}</a>
        </p>
      </div>
    </Layout>
  );
}

function spanWords({ from, until }: Entry, language: Shell['language']) {
  return [from, ...(until === null ? [] : [until])].map((day) => formatDate(day, language)).join(' – ');
}

export function PublicPicture({ shell, picture }: { shell: Shell; picture: Drawn }) {
  return (
    <figure>
      <figcaption class="small">{copy[shell.language].key}</figcaption>
      <Picture picture={picture} language={shell.language} />
    </figure>
  );
}

/** On the campaign's page, above the list of the same dates. */
export function TimelinePart({
  shell,
  picture,
  href,
}: {
  shell: Shell;
  picture: Drawn | null;
  href: string;
}) {
  return (
    <>
      {picture && <PublicPicture shell={shell} picture={picture} />}
      <p class="small not-printed">
        <a href={linkFrom(shell, href)}>{copy[shell.language].open}</a>
      </p>
    </>
  );
}
