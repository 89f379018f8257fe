import { type Language, message, type Text } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { paragraphsBlock } from '../digests/mail-blocks.tsx';
import type { DigestSection, MailPart, TallyHead } from '../digests/section.ts';
import { StaffLines } from '../digests/staff-lines.tsx';
import { datesOf } from '../digests/week-rules.ts';
import { digestCopy } from './digest-copy.ts';
import { type TrainedCampaign, trainedForCommitteeQuery } from './digest-store.ts';

/** At the end of a week: how many began and finished, and how many finished in it. */
type TrainingTally = TallyHead & {
  contactEmail: string;
  started: number;
  finished: number;
  finishedInWeek: number;
};

/** How many people were trained, beside the signatures and never added to them. */
export const trainingDigest: DigestSection<TrainedCampaign[], TrainingTally, TrainingTally, TrainingTally> = {
  key: 'training',
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  snapshot: (db, committeeId, { week }) =>
    trainedForCommitteeQuery(db, { committeeId, since: datesOf(week).startsOn }),
  make: (campaigns, { week }) => ({
    tallies: campaigns.map((one) => tallyOf(one, datesOf(week).endsOn)).filter(({ started }) => started > 0),
    problems: [],
  }),
  line: ({ slug, finished, finishedInWeek }) => {
    return { slug, state: 'open', confirmed: finished, change: finishedInWeek, corrected: 0 };
  },
  isWorthADigest: ({ finishedInWeek }) => finishedInWeek > 0,
  now: (campaigns) => campaigns.map((one) => tallyOf(one, null)).filter(({ started }) => started > 0),
  howCounted: (_city, language) => [digestCopy[language].how],
  mail: mailPart,
  weekOnPage: (tally, { shell }) => onPage(shell, tally.title, linesOf(tally, shell.language)),
  nowOnPage: (tally, { shell }) => onPage(shell, tally.title, nowLines(tally, shell.language)),
  csv: { kind: 'training' },
  json: {
    nowKey: 'training_now',
    week: ({ slug, started, finished, finishedInWeek }) => {
      return { campaign: slug, started, finished, finished_in_week: finishedInWeek };
    },
    now: ({ slug, started, finished }) => ({ campaign: slug, started, finished }),
  },
};

/** Without what came after that day. */
function tallyOf(
  { slug, title, contactEmail, started, finished, days }: TrainedCampaign,
  until: string | null,
): TrainingTally {
  const sum = (what: string, isMeant: (day: string) => boolean) =>
    days.reduce((all, one) => all + (one.what === what && isMeant(one.day) ? one.n : 0), 0);
  const isLater = (day: string) => until !== null && day > until;
  return {
    ...{ slug, title, contactEmail },
    started: started - sum('started', isLater),
    finished: finished - sum('finished', isLater),
    finishedInWeek: sum('finished', (day) => !isLater(day)),
  };
}

function linesOf({ started, finished, finishedInWeek }: TrainingTally, language: Language): string[] {
  const words = digestCopy[language];
  return [
    message(words.finished, { n: finished, week: finishedInWeek }, language),
    message(words.started, { n: started }, language),
  ];
}

function nowLines({ started, finished }: TrainingTally, language: Language): string[] {
  const words = digestCopy[language];
  return [message(words.now, { n: finished }, language), message(words.started, { n: started }, language)];
}

function onPage(shell: Shell, title: Text, lines: string[]) {
  return <StaffLines shell={shell} title={title[shell.language]} lines={lines} />;
}

function mailPart(tally: TrainingTally, { language }: { language: Language }): MailPart {
  const title = tally.title[language];
  const lines = linesOf(tally, language);
  const [summary = ''] = lines;
  return {
    campaign: { slug: tally.slug, contactEmail: tally.contactEmail },
    ...{ title, summary, subject: summary },
    news: [],
    blocks: [paragraphsBlock(1, { heading: title, lines })],
  };
}
