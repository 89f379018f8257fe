import type { Child } from 'hono/jsx';
import type { Shell } from './shell.ts';

export type LayoutProps = {
  shell: Shell;
  title: string;
  description?: string | undefined;
  isError?: boolean;
  noindex?: boolean;
  /** A page for staff at work, who need no quick exit. */
  forStaff?: boolean | undefined;
  /** The campaign's front page: its headline is the campaign's name, so the masthead shows the product's name. */
  front?: boolean;
  /** The form was stored. A frame reports this to the page around it. */
  signed?: boolean;
  /** The page's own script, which does what the usual one would do here. */
  script?: string;
  /** More elements for the head, such as discovery links. */
  head?: Child;
  children?: Child;
};
