import type { Child } from 'hono/jsx';
import type { Shell } from './shell.ts';

export type LayoutProps = {
  shell: Shell;
  title: string;
  description?: string | undefined;
  isError?: boolean;
  noindex?: boolean;
  /** Read at work, by people whom it gives away to nobody. */
  forStaff?: boolean | undefined;
  /** The campaign's own front page says its name in the headline: the masthead says whose site it is. */
  front?: boolean;
  /** What was entered has been stored: a frame tells the page around it. */
  signed?: boolean;
  /** More for the head, such as discovery links. */
  head?: Child;
  children?: Child;
};
