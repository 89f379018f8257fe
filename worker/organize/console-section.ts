import type { Context } from 'hono';
import type { Language, Text } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { Form } from '../platform/http/forms.ts';
import type { Query } from '../platform/query.ts';
import type { Act, ActFacts } from './act-rules.ts';
import type { Step } from './commit-with-act.ts';
import type { Role, Verb } from './role-rules.ts';

/** What the console knows of the campaign that a page is about. */
export type ConsoleCampaign = {
  id: number;
  slug: string;
  title: Text;
  languages: Language[];
  accent: string;
  timeZone: string;
  hasDistricts: boolean;
};

export type ConsoleOrganizer = { id: string; email: string; language: Language };

export type ConsoleSession = {
  /** SHA-256 of the cookie: what the database knows it by. */
  idHash: string;
  passkeyAt: Date | null;
  /** For the hidden field `form_token` of every form: the guard refuses a POST without it. */
  formToken: string;
};

/** What the guard has found out before a handler runs. */
export type ConsoleVariables = {
  session: ConsoleSession;
  organizer: ConsoleOrganizer;
  campaign: ConsoleCampaign;
  role: Role;
  /** The fields of a POST, read by the guard. Empty for a GET. */
  form: Form;
  /** Whether the role is enough for another verb, to show or leave out what leads to it. */
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
 * Registers pages and forms of a section. `path` follows `/organize/campaigns/:campaign`, such as `/names` or
 * `/names/:signature/hide`. Nothing is reached without a session, the role and, where the verb wants it, a fresh
 * passkey. A page with a form declares the verb of its form, so that the passkey is asked for before anything is typed.
 */
export type ConsoleRouter = {
  get(path: string, verb: string, handler: ConsoleHandler): void;
  /** Behind the check of origin and form token. The handler reads `c.var.form`, not the body. */
  post(path: string, verb: string, handler: ConsoleHandler, options?: { limit?: number }): void;
};

export type MenuEntry = {
  path: string;
  label: Text;
  /** Who may not is not shown the entry. */
  verb: string;
  /** Where it stands among those of all sections, the lowest first: daily work below 50, what is set up once above. */
  order: number;
  /** What can be done there when nothing waits: 'Enter a sheet of paper'. Leave it out where that is no next step. */
  next?: Text;
  /** The kinds of what waits whose count stands beside it. */
  counts?: string | readonly string[];
};

/** One kind of what waits for a person, of one campaign. Leave it out where nothing waits. */
export type Waiting = {
  kind: string;
  /** A template: '{n, plural, one {# name waits for a look} other {# names wait for a look}}'. */
  words: Text;
  /** A count that stays cheap: count at most fifty rows, and say `more` where there are. */
  count: number;
  more?: boolean;
  oldestAt: Date;
  /** The path of its list, after `/organize/campaigns/:campaign`. */
  path: string;
  /** The verb of the work: who may not is not shown it. */
  verb: string;
};

/** One number of a campaign, for the first page of the console. */
export type WeekNumber = {
  label: Text;
  inAll: number;
  /** What each of the weeks asked for changed in it. Leave it out where only the whole is known. */
  byWeek?: ReadonlyMap<string, number>;
};

/** How an act of a kind is told in the log, and how it is undone. */
export type ActKind = {
  /** A template over `count`, `subject` and `reason`: '{count, plural, one {A name} other {# names}} hidden'. */
  words: Text;
  /** The verb of the act: who may do it may undo it. */
  verb: string;
  /** The verb of what the undo does, where that asks for more than the act itself did. */
  undoVerb?: (act: Act) => string;
  /** The subject is an organizer: the log shows the address, which the act never holds. */
  isAboutOrganizer?: boolean;
  /** Leave it out where nothing can be undone. */
  undo?: (
    deps: Deps,
    act: Act,
    options: { campaign: ConsoleCampaign; actor: string; now: Date },
  ) => Promise<Inverse | null>;
};

/** The statements that take an act back. Null instead: everything has been touched since, so nothing is left to undo. */
export type Inverse = {
  steps: readonly Step[];
  /** How many rows it takes back, and how many it leaves since something later touched them. */
  count: number;
  left: number;
  before?: ActFacts;
  after?: ActFacts;
};

/** One feature's part of the console. */
export type ConsoleSection = {
  /** By a name that no other section has. Acts, pages and menu entries say which verb they are. */
  verbs: Record<string, Verb>;
  routes?: (console: ConsoleRouter) => void;
  menu?: readonly MenuEntry[];
  /** Joined with those of other features in one batch. */
  waits?: (db: D1Database, campaign: ConsoleCampaign, now: Date) => Query<Waiting[]>;
  /** The numbers of the weeks (ISO, `2026-W48`, the newest first). Joined with those of others in one batch. */
  numbers?: (db: D1Database, campaign: ConsoleCampaign, weeks: readonly string[]) => Query<WeekNumber[]>;
  acts?: Record<string, ActKind>;
  /** Words for keys and codes in `before`, `after` and `reason` of its acts that fact-copy.ts does not have. */
  facts?: { keys?: Record<string, Text>; codes?: Record<string, Text> };
};

export type NamedSection = { name: string; section: ConsoleSection };
