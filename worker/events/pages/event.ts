import type { ActionSummary } from '../../../web/components/action-summary.tsx';
import type { PersonForm } from '../../../web/components/person-fields.tsx';
import type { Shell } from '../../../web/shell.ts';
import type { AskedFor } from '../conditions/pages/condition-fields.tsx';
import type { ShownGuests } from '../guests/shown.ts';
import type { ShownComment } from '../hearing/shown.ts';
import type { ShownDay } from '../programme/shown.ts';

/** A time of an event, in one language. */
export type ShownSlot = {
  slug: string;
  /** The role and the name of the time. */
  name: string | null;
  /** What it asks for before somebody has a place. */
  asks: string | null;
  /** The day, the hours and the time zone. */
  when: string;
  /** Null where there is room for everybody. */
  left: number | null;
  waiting: number;
  isOpen: boolean;
  /** How who changes a sign-up stands at the time that they have. */
  mine?: 'has' | 'waits' | null;
};

export type ShownPlace = {
  name: string;
  address: string | null;
  url: string | null;
  /** Something of it is only told to who has a place. */
  isHeldBack: boolean;
};

export type EventView = ActionSummary & {
  kind: string;
  place: ShownPlace;
  slots: ShownSlot[];
  programme: ShownDay[];
  /** Where the program is to print; null where there is none. */
  programPath: string | null;
  /** What there is to know for whom it is for: names and texts. */
  guests: ShownGuests;
  /** How people speak there; null for what is no hearing. */
  speak: ShownComment | null;
  accessibility: string | null;
  /** Their names. */
  languages: string | null;
  interpreters: string | null;
  childCare: string | null;
  /** Why it does not take place. */
  cancelled: string | null;
  isOver: boolean;
  /** When the text was changed after people had signed up. */
  textChangedOn: string | null;
};

/** The fields about taking part, beside those of the person. */
export type ChoiceForm = {
  values: Record<string, string>;
  errors: { field: string; code: string }[];
  /** Those that can be chosen. */
  slots: ShownSlot[];
  neutralTitle: string;
  asked: AskedFor;
};

export type SignUpFormProps = PersonForm &
  ChoiceForm & {
    action: string;
    formToken: string;
    source: string;
    turnstileSiteKey: string | null;
    /** The campaign's request to leave details out of free texts. */
    noDetails: string | null;
  };

/** 'closed-meanwhile': the form came in after closing. */
export type EventNotice = 'closed-meanwhile' | 'signing-paused';

export type EventPageProps = {
  shell: Shell;
  event: EventView;
  /** null if nobody can sign up now. */
  form: SignUpFormProps | null;
  notice: EventNotice | null;
  /** schema.org, as JSON; null where search engines should say nothing. */
  linkedData: string | null;
  /** Where the site is, without a slash at its end. */
  site: string;
};
