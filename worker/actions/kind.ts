import type { CountWords, StateWords } from '../../web/components/action-summary.tsx';
import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import type { ActionContext } from './context.ts';
import type { ActionKind } from './rules.ts';

/**
 * One kind of action, such as petitions. A feature defines it, with a page at `pathOf`. Everything that all kinds
 * share, from "check your email" to the frame on other sites, takes its texts from here.
 */
export type ActionKindDefinition = {
  name: ActionKind;
  words: Record<Language, ActionWords>;
  /** Import them here: no page that people open first needs them, and then they are no part of the Worker's bundle. */
  supporterWords: () => Promise<Record<Language, SupporterWords>>;
  /** Whether people can also sign on a printed sheet. */
  isForPaper: boolean;
  /** Its feature lists them on the campaign's page, and not among what people can do at any time. */
  isListedApart?: boolean;
  /**
   * Whether the thank-you page continues with what this person sent. Then it has an address of its own for some time.
   */
  goesOnWithTheirs?: (deps: Deps, context: ActionContext, now: Date) => Promise<boolean>;
  /** When and where it is, for posters and cards: a line each. In the place of the campaign's fact. */
  whenAndWhere?: (
    deps: Deps,
    of: { id: number; timeZone: string },
    at: { now: Date; language: Language },
  ) => Promise<string[]>;
  /** What the thank-you page suggests first, before sharing. `thanked` is that address of its own. */
  nextActions?: (
    deps: Deps,
    context: ActionContext,
    at: { now: Date; language: Language; thanked: string | null },
  ) => Promise<NextAction[]>;
};

export type ActionKinds = readonly ActionKindDefinition[];

export type NextAction = { title: string; description: string; href: string };

/** Throws if no feature defines the kind. This would be a bug, because no kit can have opened it. */
export function kindNamed(kinds: ActionKinds, name: ActionKind): ActionKindDefinition {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw new Error(`no feature defines actions of the kind ${name}`);
  return kind;
}

/** The texts of one kind, for pages and lists of all kinds. Most are ICU templates. */
export type ActionWords = {
  /** Asks to take part: on a button, and as a headline. */
  button: string;
  call: string;
  /** The link to the page. */
  read: string;
  embedHeading: string;
  count: CountWords;
  state: StateWords;
  /** `{n}` and `{count}` have taken part: as a sentence, in a list, and beside the large number of a card. */
  counted: string;
  countedInList: string;
  countedOnCard: string;
  /** News of a threshold, and the last day in a calendar; `{action}` is the title. */
  reached: string;
  closing: string;
  /** Texts for sharing if the kit has none; not every campaign has a headline fact. */
  share: Record<'withFact' | 'withoutFact', { message: string; post: string; email: string }>;
  /** For a partner: what was sent by its sources, and its share of all who count. */
  partner: { received: string; share: string; none: string };
};

/** Texts for supporters, from the form to their own page. */
export type SupporterWords = {
  mails: {
    confirm: Record<'subject' | 'lead' | 'button' | 'after' | 'notYou', string>;
    reminder: Record<'subject' | 'lead', string>;
    counted: Record<'subject' | 'lead', string>;
    supporterPage: string;
    why: string;
  };
  checkEmail: Record<'lead' | 'sentAgain' | 'press' | 'done' | 'back', string>;
  confirm: Record<'title' | 'lead' | 'button' | 'notYou' | 'supporterPage' | 'toAction', string>;
  /** Who counts already took part once more. */
  again: Record<'title' | 'lead' | 'notYou', string>;
  /** Why there is nothing to confirm. */
  states: Record<SettledState, { title: string; text: string }>;
  thanks: Record<'title' | 'count' | 'shareLead' | 'url' | 'supporterPage', string>;
  supporterPage: {
    title: string;
    lead: string;
    state: Record<HeldState, string>;
    received: string;
    correct: Record<'heading' | 'email', string>;
    withdraw: Record<'heading' | 'open' | 'text' | 'button', string>;
    /** `uncounted` if nothing of it counts when it is erased. */
    erase: Record<'heading' | 'text' | 'uncounted', string>;
    notice: Record<'withdrawn' | 'already-withdrawn', string>;
    /** Whether it counts in what the site has stated of a week; `{date}` is its last day. */
    inCount: Record<'title' | 'in' | 'leaving' | 'removed' | 'later' | 'not' | 'erased', string>;
    nothing: string;
    toAction: string;
  };
  /** Left out if people show no name and write no comment. */
  publicName?: Record<'shown' | 'notShown' | 'heading' | 'nameHidden' | 'tick', string>;
};

type SettledState =
  | 'confirmed'
  | 'duplicate-same-person'
  | 'duplicate-shared-inbox'
  | 'duplicate-found-same'
  | 'flagged'
  | 'withdrawn'
  | 'invalidated'
  | 'action-closed'
  | 'action-removed';

type HeldState =
  | 'unconfirmed'
  | 'duplicate'
  | 'shared-inbox'
  | 'found-same'
  | 'flagged'
  | 'withdrawn'
  | 'never-confirmed'
  | 'struck-off';
