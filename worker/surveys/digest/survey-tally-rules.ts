import type { DigestPlaces, MadePart } from '../../digests/section.ts';
import {
  type ActionNow,
  type ActionSnapshot,
  type ActionTally,
  actionNowOf,
  actionTallyOf,
  isShownNow,
  isToldOf,
  problemsInTally,
} from '../../digests/tally-rules.ts';
import type { Term } from '../../digests/week-rules.ts';
import { contradictionsIn } from './answer-balance-rules.ts';
import { countedAtEndOf } from './counted-rules.ts';
import {
  leadsToCity,
  type SendKind,
  type SurveyPart,
  type SurveyPartSnapshot,
  safePartOf,
  type TellableWords,
} from './rules.ts';

export type SurveySnapshot = ActionSnapshot & SurveyPartSnapshot;

/** A response is a signature with answers: the report on any action, and the answers. */
export type SurveyTally = ActionTally & SurveyPart;

/** A survey's tally with the sentences themselves. */
export type ReadableSurvey = Omit<SurveyTally, 'words'> & {
  words: (Pick<TellableWords, 'place' | 'name'> & { text: string })[];
  /** How many more cannot be opened, because their key is lost or they are damaged. */
  unread?: number;
};

/** How many people answered and sent their answers on. The answers themselves are reported once a week. */
export type SurveyNow = ActionNow & { sends: Record<SendKind, number> | null };

export function makeSurveys(
  surveys: SurveySnapshot[],
  term: Term,
  { districts }: DigestPlaces,
): MadePart<SurveyTally> {
  const made = surveys
    .filter((survey) => isToldOf(survey, term))
    .map((survey) => {
      const action = actionTallyOf(survey, term, districts);
      const counted = countedAtEndOf(term.week, survey.answers, survey.answerChanges);
      const part = safePartOf(survey, counted, { byPlace: action.byPlace, districts });
      const contradictions = contradictionsIn(counted, survey.survey, action);
      return {
        tally: { ...action, ...part },
        problems: [...problemsInTally(action), ...contradictions.map((what) => `${survey.slug}: ${what}`)],
      };
    });
  return { tallies: made.map(({ tally }) => tally), problems: made.flatMap(({ problems }) => problems) };
}

export function surveysNow(surveys: SurveySnapshot[], at: Date, { districts }: DigestPlaces): SurveyNow[] {
  return surveys
    .filter((survey) => isShownNow(survey, at))
    .map((survey) => ({
      ...actionNowOf(survey, at, districts),
      sends: leadsToCity(survey) ? survey.sends : null,
    }));
}
