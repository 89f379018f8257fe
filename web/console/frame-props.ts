import type { Shell } from '../shell.ts';

export type ConsoleRole = 'viewer' | 'moderator' | 'editor' | 'owner';

/** What was just done, and where it is undone. */
export type ConsoleDone = { words: string; undo: { action: string; back: string } | null };

/** Everything around a page of the console. */
export type ConsoleFrame = {
  shell: Shell;
  /** `districts`: whether its city has any, for messages. */
  campaign: { slug: string; name: string; accent: string; districts: 'yes' | 'no' };
  /** The address of who is signed in. */
  organizer: string;
  role: ConsoleRole;
  /** For a hidden field of every form; `ConsoleForm` has it. */
  formToken: string;
  menu: {
    href: string;
    label: string;
    isHere: boolean;
    count: { n: number; more: boolean } | null;
  }[];
  done: ConsoleDone | null;
};
