/** What came by a source or a partner. */
export type Brought = {
  opened: number;
  received: number;
  credited: number;
  elsewhere: number;
  uncounted: number;
};

export type SourceKind = 'link' | 'embed' | 'share' | 'poster' | 'flyer' | 'event' | 'paper';

export type SourceBrought = Brought & {
  source: string;
  name: string;
  kind: SourceKind;
  /** The whole address that brings people by it. */
  url: string;
};

export type ActionBrought = {
  /** Of its kind of action: what was sent by a source, and the share of all who count. */
  words: { received: string; share: string; none: string };
  title: string;
  href: string;
  /** Where its form is had for other sites, by the partner's own source. */
  embedHref: string;
  state: 'draft' | 'submitted' | 'open' | 'closed' | 'rejected' | 'removed';
  confirmed: number;
  /** Adds up to `confirmed`; a name of null is the campaign itself. */
  credits: { name: string | null; credited: number }[];
  sources: SourceBrought[];
  own: Brought;
};
