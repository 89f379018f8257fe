import type { SourcedFact } from '../../components/fact.tsx';
import type { Shell } from '../../shell.ts';

export type CampaignPageProps = {
  shell: Shell;
  title: string;
  city: { name: string; region: string };
  ask: string;
  /** Safe HTML, rendered from Markdown by the worker. */
  summaryHtml: string;
  /** `figure` is the part set very large, such as "90 %"; null sets the whole sentence large. */
  killerFact: (SourcedFact & { figure: string | null }) | null;
  facts: SourcedFact[];
  /** `days` from today in the city's time zone: 0 is today. */
  nextJuncture: { name: string; on: string; days: number } | null;
  timeline: CampaignMoment[];
  actions: CampaignAction[];
  council: {
    name: string;
    majority: number;
    seats: { title: string }[];
    committees: { name: string; remit: string }[];
  } | null;
  /** With or without the leading #. */
  hashtags: string[];
};

export type CampaignMoment = {
  kind: 'phase' | 'juncture';
  name: string;
  text: string | null;
  /** Dates, YYYY-MM-DD; `until` null for a juncture or a phase without a known end. */
  from: string;
  until: string | null;
  when: 'past' | 'now' | 'next' | 'later';
};

export type CampaignAction = {
  title: string;
  description: string;
  href: string;
  /** The petition's: how many have signed, and the next threshold if there is one. */
  progress: { confirmed: number; goal: number | null } | null;
};
export function CampaignPage(_props: CampaignPageProps) {
  return <></>;
}
