import type { Text } from '../../web/language.ts';
import type { ConsoleSection } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import type { Query } from '../platform/query.ts';
import type { Look } from './look-rules.ts';
import type { Mark } from './mark-rules.ts';

/** A text that its owner wants others to read, opened for a moderator. */
export type ModeratedText = {
  id: string;
  /** Its rowid, as a key for lists. */
  row: number;
  actionId: number;
  /** Changes whenever its owner changes anything. */
  version: string;
  look: Look;
  /** Null if it cannot be opened: its key is lost, or it is damaged. */
  text: string | null;
  at: Date;
  /** Why it waits even if texts are shown at once. */
  marks: Mark[];
};

/** Where a list continues. */
export type TextKey = { at: number; row: number };

export type KeysAsked = {
  actionId: number;
  /** 'waiting' is oldest first, 'shown' newest first. */
  look: 'waiting' | 'shown';
  after: TextKey | null;
  /** Nothing behind this place. */
  until: TextKey | null;
  most: number;
};

/** Texts by id or by row, only of this campaign's actions. */
export type TextsAsked = {
  actionIds: readonly number[];
  heldWords: readonly string[];
} & ({ ids: readonly string[] } | { rows: readonly number[] });

/**
 * Moderators decide about texts of people who count. Undoing reaches 'all': a signature that was set aside meanwhile may
 * count again, and its texts are then what they were before.
 */
export type Whose = 'counted' | 'all';

/** One kind of text that people may read once an organizer has approved it. Its feature stores the text and its look. */
export type ModeratedTexts = {
  /** Stays: decisions are stored under it. */
  kind: string;
  /** The kind of action that has such texts, if not every action can. */
  only?: string;
  words: {
    /** "Name" */
    label: Text;
    /** A template over `n`: "7 names wait for a look". */
    waits: Text;
  };
  /** Reads only an index. */
  keys: (db: D1Database, asked: KeysAsked) => Query<TextKey[]>;
  /** How many wait in a campaign, up to `most`. Without `ages`, `oldestAt` may be that of any of the counted. */
  waiting: (
    db: D1Database,
    asked: { campaignId: number; most: number; ages: boolean },
  ) => Query<{ count: number; oldestAt: Date | null }>;
  /** Those of people who count, or of all, whatever was decided about them. */
  read: (
    deps: Pick<Deps, 'db' | 'keyring'>,
    asked: TextsAsked & { whose: Whose },
  ) => Promise<ModeratedText[]>;
  /** Names for the log whose texts they are. */
  subjects?: NonNullable<ConsoleSection['subjects']>;
  /** Changes one row, or none if the text has changed since it was read. */
  decide: (db: D1Database, text: ModeratedText, given: { to: Look; whose: Whose }) => D1PreparedStatement;
};
