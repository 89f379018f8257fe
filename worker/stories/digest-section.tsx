import { type Language, message } from '../../web/language.ts';
import type { DigestSection, MailPart, TallyHead } from '../digests/section.ts';
import type { Deps } from '../platform/deps.ts';
import { MailHeading, MailParagraph } from '../platform/mail/mail-html.tsx';
import { linesText } from '../platform/mail/text-tables.ts';
import { digestCopy } from './digest-copy.ts';
import { CommitteeStories } from './pages/committee-stories.tsx';
import { whyNotShown } from './rules.ts';
import { type Shown, shownOf } from './shown.ts';
import {
  type CampaignCandidates,
  candidatesForCommitteeQuery,
  candidatesOfToldQuery,
} from './standing-store.ts';

/** What is frozen in a digest: which stories, and nothing of them. */
type StoriesTally = TallyHead & { contactEmail: string; ids: string[]; fresh: number };
type ReadableStories = StoriesTally & { shown: Shown[] };

const most = 30;

/**
 * Stories for a committee. A mail cannot be taken back and waits in the outbox when it cannot be sent, so it only says
 * that there are stories; the text is on the staff page, which is read anew each time.
 */
export const storiesDigest: DigestSection<CampaignCandidates[], StoriesTally, ReadableStories, StoriesTally> =
  {
    key: 'stories',
    words: { en: digestCopy.en.section, es: digestCopy.es.section },
    snapshot: (db, committeeId) => candidatesForCommitteeQuery(db, committeeId, most),
    make: (campaigns, { from, until }) => ({
      tallies: campaigns.flatMap((campaign) => talliesOf(campaign, { from, at: until })),
      problems: [],
    }),
    line: ({ slug, ids, fresh }) => {
      return { slug, state: 'open', confirmed: ids.length, change: fresh, corrected: 0 };
    },
    isWorthADigest: ({ fresh }) => fresh > 0,
    now: (campaigns, at) => campaigns.flatMap((campaign) => talliesOf(campaign, { from: at, at })),
    readable: {
      stored: (db, told) => candidatesOfToldQuery(db, told, most * 4),
      weeks: (deps, weeks, stored) => {
        const campaigns = stored as CampaignCandidates[];
        return Promise.all(
          weeks.map((tallies) => Promise.all(tallies.map((tally) => withTexts(deps, tally, campaigns)))),
        );
      },
    },
    howCounted: () => [],
    mail: (tally, { language }) => mailPart(tally, language),
    weekOnPage: ({ shown }, { shell }) => <CommitteeStories shell={shell} shown={shown} />,
    nowOnPage: ({ ids }, { shell }) => <CommitteeStories shell={shell} shown={null} count={ids.length} />,
    csv: { kind: 'stories' },
    json: {
      nowKey: 'stories_now',
      week: ({ slug, shown }) => ({ campaign: slug, stories: shown.length }),
      now: ({ slug, ids }) => ({ campaign: slug, stories: ids.length }),
    },
  };

function talliesOf(
  { slug, title, contactEmail, candidates }: CampaignCandidates,
  { from, at }: { from: Date; at: Date },
): StoriesTally[] {
  const standing = candidates.filter(
    ({ story, consent, campaign }) => whyNotShown(story, consent, { campaign, now: at }) === null,
  );
  if (standing.length === 0) return [];
  const fresh = standing.filter(({ consent }) => consent.from >= from).length;
  return [{ slug, title, contactEmail, ids: standing.map(({ story }) => story.id), fresh }];
}

/** Of the stories that the digest counted, those that may be shown at this moment. */
async function withTexts(
  { keyring, clock }: Deps,
  tally: StoriesTally,
  campaigns: readonly CampaignCandidates[],
): Promise<ReadableStories> {
  const candidates = campaigns.find(({ slug }) => slug === tally.slug)?.candidates ?? [];
  const told = candidates.filter(({ story }) => tally.ids.includes(story.id));
  return { ...tally, shown: await shownOf(keyring, told, clock()) };
}

function mailPart(
  { slug, title, contactEmail, shown, fresh }: ReadableStories,
  language: Language,
): MailPart {
  const words = digestCopy[language];
  const summary = message(words.summary, { n: shown.length }, language);
  const isFresh = fresh > 0 && shown.length > 0;
  const line = message(words.fresh, { n: Math.min(fresh, shown.length) }, language);
  const lines = [...(isFresh ? [line] : []), summary, ...(shown.length > 0 ? [words.where] : [])];
  return {
    campaign: { slug, contactEmail },
    title: title[language],
    ...{ summary, subject: summary },
    news: isFresh ? [{ weight: 0.3, subject: line, line }] : [],
    blocks: [
      {
        rank: 1,
        html: () => (
          <>
            <MailHeading level={2}>{words.heading}</MailHeading>
            {lines.map((one) => (
              <MailParagraph>{one}</MailParagraph>
            ))}
          </>
        ),
        text: linesText(words.heading, lines),
      },
    ],
  };
}
