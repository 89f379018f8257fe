import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { Fact, HeadlineFact, type SourcedFact } from '../../../web/components/fact.tsx';
import { HelpNumbers } from '../../../web/components/help-lines.tsx';
import { FeedDiscovery, Follow } from '../../../web/components/news.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Social } from '../../../web/components/social.tsx';
import { type Step, Timeline } from '../../../web/components/timeline.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import type { Slot } from '../block.ts';
import { copy } from './copy.ts';

export type CampaignPageProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  title: string;
  city: { name: string; region: string };
  ask: string;
  /** Safe HTML, rendered from Markdown. */
  summaryHtml: string;
  headlineFact: (SourcedFact & { figure: string | null }) | null;
  facts: SourcedFact[];
  /** Where there is help; null where the campaign names none. */
  help: {
    heading: string;
    lines: { name: string; phone: string; href: string; hours: string | null }[];
    note: string | null;
  } | null;
  /** `days` from today in the city's time zone: 0 is today. */
  nextJuncture: { name: string; on: string; days: number } | null;
  timeline: Step[];
  /** The blocks of the features, by slot. */
  blocks: Record<Slot, Child[]>;
};

export function CampaignPage(props: CampaignPageProps) {
  const { shell, title, ask, city, headlineFact, summaryHtml, blocks } = props;
  const { language } = shell;
  return (
    <Layout shell={shell} title={title} description={ask} head={<CampaignSocial {...props} />} front>
      <header class="opening">
        <p class="small">
          {city.name}, {city.region}
        </p>
        <h1>{title}</h1>
        <p class="lead">{ask}</p>
      </header>
      <div class="campaign">
        <div class="flow to-do">
          {blocks.act}
          <Countdown {...props} />
        </div>
        <div class="flow">
          {headlineFact && <HeadlineFact fact={headlineFact} language={language} />}
          <div class="flow prose">{raw(summaryHtml)}</div>
        </div>
        <aside class="flow">
          {props.help && <Help {...props.help} />}
          {blocks.side}
        </aside>
        <div class="flow">
          <Facts {...props} />
          {blocks.news}
          <WhatHappens {...props} />
          <Follow shell={shell} />
          {blocks.end}
        </div>
      </div>
    </Layout>
  );
}

function CampaignSocial({ shell, site, title, ask }: CampaignPageProps) {
  const image = `/cards/campaigns/${shell.campaign?.slug}.png`;
  return (
    <>
      <Social shell={shell} site={site} title={title} description={ask} image={image} />
      <FeedDiscovery shell={shell} />
    </>
  );
}

function Countdown({ shell, nextJuncture }: CampaignPageProps) {
  if (!nextJuncture) return null;
  const { days, name, on } = nextJuncture;
  return (
    <p class="countdown">
      <b>{message(copy[shell.language].countdown, { days, name }, shell.language)}</b>
      <br />
      <time class="small" datetime={on}>
        {formatDate(on, shell.language)}
      </time>
    </p>
  );
}

function Facts({ shell, facts }: CampaignPageProps) {
  if (facts.length === 0) return null;
  return (
    <>
      <h2>{copy[shell.language].facts}</h2>
      <div class="facts">
        {facts.map((fact) => (
          <Fact fact={fact} language={shell.language} />
        ))}
      </div>
    </>
  );
}

function WhatHappens({ shell, timeline, blocks }: CampaignPageProps) {
  if (timeline.length === 0) return null;
  return (
    <>
      <h2>{copy[shell.language].timeline}</h2>
      {blocks.dates}
      <Timeline steps={timeline} language={shell.language} />
    </>
  );
}

function Help({ heading, lines, note }: NonNullable<CampaignPageProps['help']>) {
  return (
    <Notice>
      <h3>{heading}</h3>
      <HelpNumbers lines={lines} note={note} />
    </Notice>
  );
}
