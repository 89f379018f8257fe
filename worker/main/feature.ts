import type { Hono } from 'hono';
import type { ActionPart } from '../actions/action-part.ts';
import type { CountedHooks } from '../actions/counted-hooks.ts';
import type { ActionKindDefinition, ActionKinds } from '../actions/kind.ts';
import type { NewsSource } from '../actions/news-source.ts';
import type { CampaignBlock } from '../campaigns/block.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import type { SharedPages } from '../campaigns/shared-page.ts';
import type { PartnerPageSection } from '../coalition/partner-page-section.ts';
import type { DigestClosing } from '../digests/closing.ts';
import type { DigestSection } from '../digests/section.ts';
import type { KitSection } from '../kits/section.ts';
import type { ModeratedTexts } from '../moderation/moderated-texts.ts';
import type { ConsoleSection, NamedSection } from '../organize/console-section.ts';
import type { WriteKinds } from '../platform/commit/writes.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { ApiDocument, ApiOperations } from '../platform/http/openapi.ts';
import type { MailKinds, MailRenderer } from '../platform/mail/mail.ts';
import type { Query } from '../platform/query.ts';
import type { Settings } from '../platform/settings.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import type { Recount } from '../signatures/recount-section.ts';
import type { SupporterSection } from '../signatures/supporter-section.ts';
import type { StatementPart } from '../statements/statement-part.ts';

export type App = Hono<AppEnv>;

/** Of all addresses that begin with one of `under`: no other route may begin so. */
export type LateRoutes = {
  under: readonly string[];
  load: (house: House) => Promise<(app: App) => void>;
};

/**
 * What one feature adds to the application. Only `features.ts` knows the list. Leave out what a feature does not have.
 */
export type Feature = {
  name: string;
  /** It alone writes them. */
  tables?: readonly string[];
  /** Pages, forms and addresses for residents, staff, partners and machines, in the order of the list. */
  routes?: (app: App, house: House, settings: Settings) => void;
  /**
   * Its part of the organizers' console: pages, who may open each, what waits there, how its acts are told. Import it
   * here and not above, so that a start for residents does not evaluate it.
   */
  console?: (house: House) => Promise<ConsoleSection>;
  /**
   * Routes that few requests need. Import them in `load` and not above: they are evaluated when one is first asked for,
   * and the texts of their pages are no part of the Worker's bundle.
   */
  lateRoutes?: LateRoutes;
  /** Texts of people that others read once an organizer has approved them. */
  moderated?: readonly ModeratedTexts[];
  /** Paths of writes whose routes handle the read-only switch themselves: they give a form back, or cannot wait. */
  handlesReadOnly?: RegExp;
  /** Committed in groups by the intake. In a batch, features run in the order of the list. */
  writes?: (hooks: { whenCounted: CountedHooks; whenErased: ErasedHook }) => WriteKinds;
  /** Statements that join the transaction in which signatures start or stop counting. */
  whenCounted?: CountedHooks;
  /** Statements that join the transaction in which signatures lose their personal data. */
  whenErased?: ErasedHook;
  /** Import what renders them in `render`: most starts of the Worker write no mail. */
  mails?: readonly MailKinds<{ now: Date; house: House }>[];
  scheduled?: readonly ScheduledWork[];
  /** What it erases by time. Runs with the scheduled work, at the end of the feature's part of `settle`. */
  retention?: readonly RetentionWork[];
  api?: ApiOperations | ((house: House) => ApiOperations);
  /** The kind of action that it defines, such as petitions. */
  actionKind?: ActionKindDefinition;
  /** Its part of a petition's page and of the petition as JSON. */
  actionPage?: ActionPart;
  /** Its part of a campaign's page, of the campaign as JSON and of the home page. */
  campaignPage?: CampaignBlock | ((kinds: ActionKinds, news: readonly NewsSource[]) => CampaignBlock);
  /** What it tells among a campaign's news, on the campaign's page and in the feed. */
  news?: NewsSource;
  /** Its part of a supporter's page and of the file that they download. */
  supporterPage?: SupporterSection;
  /** Its part of a campaign's privacy page: what it does with what people enter. Import it here, like the console. */
  privacy?: () => Promise<PrivacySection>;
  /** Its part of a kit. Import it here, like the console: only what opens, checks or edits a kit needs it. */
  kit?: () => Promise<KitSection>;
  /** What it keeps counts of, counted again from the rows: compared each night. */
  recount?: Recount;
  /** Its part of the weekly digest, of the staff page and of their downloads. Import it here, like the console. */
  digest?: () => Promise<DigestSection>;
  /** What it stores in the transaction that stores a digest. */
  digestClosing?: DigestClosing | ((parts: readonly StatementPart[]) => DigestClosing);
  /** Its part of the signed statements. */
  statementPart?: StatementPart;
  /** Its part of a partner's page and of the downloads of it. */
  partnerPage?: (actionKinds: ActionKinds) => Promise<PartnerPageSection>;
  /** Its pages of a campaign that the share kit offers, each with a card of its own. */
  sharedPages?: SharedPages;
  /** Paths of its pages that search engines may list. Nothing that is private, framed or behind a token. */
  publicPages?: (db: D1Database) => Query<string[]>;
  /** A text for each thing that does not work; none if everything works. */
  health?: (db: D1Database, now: Date) => Promise<string[]>;
};

/** `settle` decides what is due, `tell` puts mails into the outbox, `send` sends what waits, `tidy` cleans up. */
export const stages = ['settle', 'tell', 'send', 'tidy'] as const;

/**
 * Work of every quarter of an hour. It finds what is due by itself, so a run that was missed, repeated or late does
 * the same as one in time. What is of the stage `send` also runs when the queue wakes it.
 */
export type ScheduledWork = {
  name: string;
  stage: (typeof stages)[number];
  run: (deps: Deps, now: Date, options: { house: House; reminding: boolean }) => Promise<unknown>;
};

/** Finds by itself what is kept no longer. What it erases of signatures, `whenErased` erases with it. */
export type RetentionWork = {
  name: string;
  run: (deps: Deps, now: Date, hooks: { whenErased: ErasedHook }) => Promise<unknown>;
};

/** All features put together. Only `feature.ts` files and main/ see it: other code gets just the part it needs. */
export type House = {
  features: readonly Feature[];
  /** By stage, then in the order of the list. */
  scheduled: readonly ScheduledWork[];
  writes: readonly WriteKinds[];
  /** The hooks of all features as one, for verbs that count or erase in a batch of their own. */
  hooks: { whenCounted: CountedHooks; whenErased: ErasedHook };
  /** In the order of the list. A section may need the house, so they are made when asked for. */
  consoleSections: () => Promise<readonly NamedSection[]>;
  renderMails: MailRenderer;
  /** What a feature does when one of its mails bounces permanently. */
  mailBounced: (deps: Deps, mail: { ref: string; kind: string }, now: Date) => Promise<void>;
  /** These are in the order of the list. */
  actionKinds: ActionKinds;
  actionParts: readonly ActionPart[];
  newsSources: readonly NewsSource[];
  campaignBlocks: readonly CampaignBlock[];
  moderated: readonly ModeratedTexts[];
  recounts: readonly Recount[];
  supporterSections: readonly SupporterSection[];
  digestClosings: readonly DigestClosing[];
  partnerPageSections: () => Promise<readonly PartnerPageSection[]>;
  privacySections: () => Promise<readonly PrivacySection[]>;
  /** In the order of the list. */
  digestSections: () => Promise<readonly DigestSection[]>;
  apiDocument: (publicUrl: string) => ApiDocument;
  /** In the order of the list. */
  kitSections: () => Promise<readonly KitSection[]>;
  sharedPages: SharedPages;
  publicPages: (db: D1Database) => Query<string[]>;
};
