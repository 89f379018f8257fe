import type { Child } from 'hono/jsx';
import assets from '../../../web/assets.gen.json';
import { Notice } from '../../../web/components/notice.tsx';
import { formatDate, formatInstant, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import { Downloads, type DownloadsProps, ThisLink } from './staff-foot.tsx';

export type StaffPageProps = {
  shell: Shell;
  /** The page itself, with the latest week. */
  href: string;
  /** Where the committee chooses how often it gets mail. */
  deliveryHref: string;
  title: string;
  intro: string;
  council: string;
  city: { name: string; timeZone: string };
  /** The week to show, frozen; null before the first. */
  weekEndsOn: string | null;
  isLatest: boolean;
  nextDigestAt: Date;
  /** What each section shows, of the week or before the first week of now. */
  parts: Child[];
  howCounted: string[];
  downloads: Omit<DownloadsProps, 'shell'>;
};

export function StaffPage(props: StaffPageProps) {
  const { shell, href, title } = props;
  const words = copy[shell.language];
  return (
    <Layout
      shell={shell}
      title={title}
      noindex
      forStaff
      head={<link rel="stylesheet" href={assets.reports} />}
    >
      <div class="tally flow">
        <p class="small">
          {props.council} · {props.city.name}
        </p>
        <h1>{title}</h1>
        <p class="lead">{props.intro}</p>
        {props.weekEndsOn === null ? (
          <BeforeTheFirst {...props} />
        ) : (
          <Week {...props} weekEndsOn={props.weekEndsOn} />
        )}
        <h2>{words.how}</h2>
        <div class="flow how">
          {props.howCounted.map((line) => (
            <p>{line}</p>
          ))}
        </div>
        <div class="beside foot">
          <Downloads shell={shell} {...props.downloads} />
          {props.isLatest && (
            <ThisLink shell={shell} replaceHref={`${href}/replace`} deliveryHref={props.deliveryHref} />
          )}
        </div>
      </div>
    </Layout>
  );
}

function Week({ shell, href, weekEndsOn, isLatest, parts }: StaffPageProps & { weekEndsOn: string }) {
  const { language } = shell;
  const words = copy[language];
  return (
    <>
      <p>
        <b>{message(words.weekEnding, { date: formatDate(weekEndsOn, language) }, language)}</b>
      </p>
      {!isLatest && (
        <Notice>
          <p>{words.earlier}</p>
          <p>
            <a href={linkFrom(shell, href)}>{words.latest}</a>
          </p>
        </Notice>
      )}
      {parts}
    </>
  );
}

function BeforeTheFirst({ shell, city, nextDigestAt, parts }: StaffPageProps) {
  const { language } = shell;
  const words = copy[language];
  if (parts.length === 0) return <p>{words.empty}</p>;
  const instant = formatInstant(nextDigestAt, city.timeZone, language);
  return (
    <>
      <p>{message(words.first, { instant }, language)}</p>
      {parts}
    </>
  );
}
