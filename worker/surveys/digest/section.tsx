import type { DigestSection } from '../../digests/section.ts';
import { lineOfTally } from '../../digests/tally-rules.ts';
import { howCounted } from '../../digests/tally-words.ts';
import { surveyMailPart } from './mail-part.tsx';
import { surveyCopy } from './pages/survey-copy.ts';
import { withWords } from './read-words.ts';
import { sectionCopy } from './section-copy.ts';
import { surveySnapshotsQuery } from './snapshot-store.ts';
import { surveyColumns, surveyRows } from './survey-csv.ts';
import { surveyNowJson, surveyWeekJson } from './survey-json.ts';
import {
  makeSurveys,
  type ReadableSurvey,
  type SurveyNow,
  type SurveySnapshot,
  type SurveyTally,
  surveysNow,
} from './survey-tally-rules.ts';
import { nowOnPage, weekOnPage } from './view.tsx';
import { sealedWordsQuery } from './words-store.ts';

/** Surveys in the weekly digest of the committee that they are addressed to. */
export const surveyDigest: DigestSection<SurveySnapshot[], SurveyTally, ReadableSurvey, SurveyNow> = {
  key: 'surveys',
  words: sectionCopy,
  snapshot: surveySnapshotsQuery,
  make: makeSurveys,
  line: lineOfTally,
  now: surveysNow,
  readable: { stored: sealedWordsQuery, weeks: withWords },
  howCounted(city, language, isFirst) {
    const { how, tally } = surveyCopy[language];
    const account = isFirst ? howCounted({ wording: tally, city, language }) : [how.alike];
    return [...account, how.answers, how.areas];
  },
  mail: surveyMailPart,
  weekOnPage,
  nowOnPage,
  csv: {
    kind: 'survey',
    counts: (tally) => tally,
    own: { columns: surveyColumns, fileName: 'survey-tally', rows: surveyRows },
  },
  json: { nowKey: 'surveys_now', week: surveyWeekJson, now: surveyNowJson },
};
