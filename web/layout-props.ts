import type { Child } from 'hono/jsx';
import type { Shell } from './shell.ts';

export type LayoutProps = {
  shell: Shell;
  title: string;
  description?: string | undefined;
  isError?: boolean;
  noindex?: boolean;
  /** Read by staff at work: it needs no quick exit. */
  forStaff?: boolean | undefined;
  /** The campaign's front page: its headline has the name, so the masthead names the product. */
  front?: boolean;
  /** The form was stored. A frame tells the page around it. */
  signed?: boolean;
  /** More for the head, such as discovery links. */
  head?: Child;
  children?: Child;
};
