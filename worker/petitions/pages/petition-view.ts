import type { Child } from 'hono/jsx';
import type { ActionSummary } from '../../../web/components/action-summary.tsx';
import type { SourcedFact } from '../../../web/components/fact.tsx';
import type { NewsItem } from '../../../web/components/news.tsx';
import type { ProgressProps } from '../../../web/components/progress.tsx';
import type { PublicEntry } from '../../../web/components/public-entry.tsx';
import type { Step } from '../../../web/components/timeline.tsx';
import type { Shell } from '../../../web/shell.ts';
import type { TextVersion } from '../../actions/rules.ts';
import type { SignFormProps } from './sign-form.tsx';

/** A petition's page, with every text in one language. */
export type PetitionView = ActionSummary & {
  /** Sorted, the smallest first. */
  thresholds: ProgressProps['thresholds'];
  /** The next threshold, or null. */
  nextThreshold: ProgressProps['next'];
  /** What was signed on paper, in words; null where nothing was. */
  paper: string | null;
  facts: SourcedFact[];
  /** The change of the text after people had signed: when, what, and the path of the earlier text. */
  textChange: {
    on: string;
    kind: TextVersion['change'];
    note: string | null;
    earlierPath: string;
  } | null;
  /** Whether its city has districts. */
  districts: 'yes' | 'no';
  /** The newest first; those with a comment stand among the comments. */
  names: PublicEntry[];
  comments: PublicEntry[];
  /** Where all comments are; null if these are all. */
  commentsPath: string | null;
};

/** 'closed-meanwhile': the form came in after closing. */
export type PetitionNotice = 'closed-meanwhile' | 'signing-paused';

export type PetitionPageProps = {
  shell: Shell;
  petition: PetitionView;
  /** null if the petition takes no signatures now. */
  form: SignFormProps | null;
  notice: PetitionNotice | null;
  news: NewsItem[];
  /** What other features show after the text, with the last steps of the timeline. */
  parts: { section: Child; steps: Step[] }[];
  /** Where the site is, without a slash at its end. */
  site: string;
};
