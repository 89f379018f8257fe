import type { SourcedFact } from '../../components/fact.tsx';
import type { Shell } from '../../shell.ts';
import type { SignFormProps } from '../signatures/sign-form.tsx';

export type PetitionThreshold = {
  signatures: number;
  name: string /** YYYY-MM-DD */;
  reachedOn: string | null;
};

export type PetitionStep = {
  name: string;
  text: string | null;
  /** YYYY-MM-DD, or null where no date is known. */
  on: string | null;
  when: 'past' | 'next' | 'later';
};

export type PetitionPageProps = {
  shell: Shell;
  petition: {
    slug: string;
    title: string;
    ask: string;
    /** Safe HTML, rendered from Markdown by the worker. */
    bodyHtml: string;
    addressedTo: { committee: string; council: string };
    /** 'upcoming' is an open petition whose opening date lies ahead. */
    state: 'upcoming' | 'open' | 'closed' | 'rejected' | 'removed';
    opensOn: string;
    closesOn: string | null;
    /** Why it was rejected. */
    rejection: string | null;
    counts: { confirmed: number; unconfirmed: number };
    asOf: Date;
    timeZone: string;
    /** Rising; the next one is the first that the count has not passed. */
    thresholds: PetitionThreshold[];
    nextThreshold: { signatures: number; name: string } | null;
    facts: SourcedFact[];
    recentNames: { name: string; place: string | null; on: string }[];
    /** Opened, thresholds, committee, response; may be empty, then it is made from the above. */
    timeline: PetitionStep[];
  };
  /** null where the petition takes no signatures now. */
  form: SignFormProps | null;
  /** 'closed-meanwhile': the form came in after closing. */
  notice: 'closed-meanwhile' | null;
};
export function PetitionPage(_props: PetitionPageProps) {
  return <></>;
}
