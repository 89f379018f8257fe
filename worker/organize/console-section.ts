import type { Context } from 'hono';
import type { Language, Text } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { Form } from '../platform/http/forms.ts';
import type { Query } from '../platform/query.ts';
import type { Act, ActFacts } from './act-rules.ts';
import type { Step } from './commit-with-act.ts';
import type { Role, Verb } from './role-rules.ts';

/** The campaign that a console page is about. */
export type ConsoleCampaign = {
  id: number;
  slug: string;
  title: Text;
  languages: Language[];
  accent: string;
  timeZone: string;
  /** False until it is published for the first time. */
  isPublic: boolean;
  hasDistricts: boolean;
  /** The keys of its content that its kit fills, such as `updates`. An empty list fills none. */
  content: readonly string[];
};

export type ConsoleOrganizer = { id: string; email: string; language: Language };

export type ConsoleSession = {
  /** SHA-256 of the cookie, as the database stores it. */
  idHash: string;
  passkeyAt: Date | null;
  /** For the hidden field `form_token` of every form: the guard refuses a POST without it. */
  formToken: string;
};

/** What the guard sets before a handler runs. */
export type ConsoleVariables = {
  session: ConsoleSession;
  organizer: ConsoleOrganizer;
  campaign: ConsoleCampaign;
  role: Role;
  /** The fields of a POST, read by the guard. Empty for a GET. */
  form: Form;
  /** Whether the role also allows another verb, to show or hide its link. */
  may: (verb: string) => boolean;
  sections: readonly NamedSection[];
};

export type ConsoleEnv = {
  Bindings: AppEnv['Bindings'];
  Variables: AppEnv['Variables'] & ConsoleVariables;
};
export type ConsoleContext = Context<ConsoleEnv, string>;
export type ConsoleHandler = (c: ConsoleContext) => Response | Promise<Response>;

/**
 * Registers a section's pages and forms. `path` follows `/organize/campaigns/:campaign`, such as `/names` or
 * `/names/:signature/hide`. Every route needs a session, the role and, if the verb says so, a recently shown passkey. A
 * page with a form declares the verb of its form, so that the passkey is asked for before anything is typed.
 */
export type ConsoleRouter = {
  get(path: string, verb: string, handler: ConsoleHandler): void;
  /** The origin and the form token are checked first. The handler reads `c.var.form`, not the body. */
  post(path: string, verb: string, handler: ConsoleHandler, options?: { limit?: number }): void;
};

export type MenuEntry = {
  path: string;
  label: Text;
  /** The entry is shown only to those who may do this. */
  verb: string;
  /** The entry is shown only where the campaign's content has one of these: a tool that a kit can leave out. */
  inKit?: string | readonly string[];
  /** The order in the menu: below 50 for daily work, above for what is set up once. */
  order: number;
  /** A next step for when nothing waits: 'Enter a sheet of paper'. Leave it out if there is none. */
  next?: Text;
  /** The kinds of waiting work whose count is shown beside the entry. */
  counts?: string | readonly string[];
};

/** One kind of work that waits in a campaign. Leave it out if nothing waits. */
export type Waiting = {
  kind: string;
  /** A template: '{n, plural, one {# name waits for a look} other {# names wait for a look}}'. */
  words: Text;
  /** A count that stays cheap: count at most `waitingAtMost` rows, and say `more` where there are. */
  count: number;
  more?: boolean;
  oldestAt: Date;
  /** The path of its list, after `/organize/campaigns/:campaign`. */
  path: string;
  /** The verb of the work. It is shown only to those who may do it. */
  verb: string;
};

/** One number of a campaign, for the console's first page. */
export type WeekNumber = {
  label: Text;
  inAll: number;
  /** The change in each of the weeks that were asked for. Leave it out if only the total is known. */
  byWeek?: ReadonlyMap<string, number>;
};

/** How the log words a kind of act, and how it is undone. */
export type ActKind = {
  /** A template over `count`, `subject` and `reason`: '{count, plural, one {A name} other {# names}} hidden'. */
  words: Text;
  /** The verb of the act: who may do it may undo it. */
  verb: string;
  /** The verb of the undo, if it needs more than the act did. */
  undoVerb?: (act: Act) => string;
  /** The subject is an organizer. The log shows the address; the act does not hold it. */
  isAboutOrganizer?: boolean;
  /** Leave it out if the act cannot be undone. `full`: what it took away has no room any more. */
  undo?: (
    deps: Deps,
    act: Act,
    options: { campaign: ConsoleCampaign; actor: string; now: Date },
  ) => Promise<Inverse | null | 'full'>;
};

/** The statements that undo an act. Null if all its rows have changed since, so that nothing is left to undo. */
export type Inverse = {
  steps: readonly Step[];
  /** How many rows it undoes, and how many it leaves because something later changed them. */
  count: number;
  left: number;
  before?: ActFacts;
  after?: ActFacts;
};

/** Pages of the console that belong to no campaign. `path` follows `/organize`. The handler says who may. */
export type OutsideRouter = {
  get(path: string, handler: ConsoleHandler): void;
  post(path: string, handler: ConsoleHandler, options?: { limit?: number }): void;
};

/** What acts of the log are about, in words, and its page in the console with the verb that it needs. */
export type ActSubject = { words: Text; page?: { path: string; verb: string } };

/** One feature's part of the console. */
export type ConsoleSection = {
  /** By names that no other section uses. Acts, pages and menu entries name their verb. */
  verbs: Record<string, Verb>;
  routes?: (console: ConsoleRouter) => void;
  /** Pages for everybody who is signed in. */
  outside?: (outside: OutsideRouter) => void;
  /** A link on the page of all campaigns, for owners. */
  homeLink?: { path: string; label: Text };
  menu?: readonly MenuEntry[];
  /**
   * Read in one batch with those of the other features, with every page. Without `ages` only the counts are shown:
   * `oldestAt` may then be that of any of the counted.
   */
  waits?: (
    db: D1Database,
    campaign: ConsoleCampaign,
    now: Date,
    asked: { ages: boolean },
  ) => Query<Waiting[]>;
  /** The numbers of the weeks (ISO, `2026-W48`, newest first). Read in one batch with those of the other features. */
  numbers?: (db: D1Database, campaign: ConsoleCampaign, weeks: readonly string[]) => Query<WeekNumber[]>;
  acts?: Record<string, ActKind>;
  /** Names the subjects of its acts, where it still knows them. Read in one batch for a page of the log. */
  subjects?: (
    db: D1Database,
    campaign: ConsoleCampaign,
    subjects: readonly string[],
  ) => Query<ReadonlyMap<string, ActSubject>>;
  /**
   * Words for the keys and codes of its acts that fact-copy.ts does not have. `hidden`: keys that say nothing to a
   * person, which only the downloaded log has.
   */
  facts?: { keys?: Record<string, Text>; codes?: Record<string, Text>; hidden?: readonly string[] };
};

export type NamedSection = { name: string; section: ConsoleSection };
