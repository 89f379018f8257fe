import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import type { HiddenReason, Look } from '../look-rules.ts';
import type { Mark } from '../mark-rules.ts';

type Option = { value: string; label: string };

/** A text as the page shows it. */
export type ShownText = {
  /** Unique on the page. */
  name: string;
  /** Its kind, in words. */
  label: string;
  action: { title: string; href: string } | null;
  /** Null if there is no text any more. */
  now: { text: string | null; look: Look; since: string; marks: Mark[]; item: string } | null;
  decision: { after: 'shown' | 'hidden'; by: string | null; on: string; reason: HiddenReason | null } | null;
};

export type ShownClaim = { label: string; by: { email: string; isMine: boolean; until: string } | null };

export type WordsPageProps = {
  frame: ConsoleFrame;
  items: ShownText[];
  /** Texts that were not decided just now, as they are now. */
  left: ShownText[];
  /** How many texts of the page were not decided. */
  leftBefore: number;
  look: Look;
  /** Where decisions are sent: the address of this list. */
  action: string;
  claimAction: string;
  tabs: { look: Look; href: string }[];
  filter: { path: string; kind: string; action: string; kinds: Option[]; actions: Option[] };
  claims: ShownClaim[];
  pager: { next: string | null; first: string | null };
};
