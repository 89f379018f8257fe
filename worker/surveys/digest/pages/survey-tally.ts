import type { Text } from '../../../../web/language.ts';
import type { PetitionNow, PetitionTally, PlaceCount } from '../../../digests/pages/tally.ts';

export type Choice = { id: string; label: Text | null; n: number };
export type Value = { value: number; n: number };
type Averages = { mean: number | null; median: number | null };
export type Ranked = { id: string; label: Text; n: number; mean: number | null; firsts: number };
export type Line = { id: string; label: Text; n: number; today: number } & Averages & Record<Against, number>;
/** More than today, as much, less. */
export type Against = 'raised' | 'same' | 'cut';

export type Distribution =
  | { kind: 'single' | 'multiple' | 'district'; choices: Choice[] }
  | ({ kind: 'scale'; values: Value[]; fromLabel: Text | null; toLabel: Text | null } & Averages)
  | ({ kind: 'number'; values: Value[]; unit: Text | null } & Averages)
  | { kind: 'ranking'; options: Ranked[] }
  | { kind: 'allocation'; unit: Text; lines: Line[] }
  | { kind: 'short-text' | 'long-text' | 'zip' };

/** `place` is null for areas that are told together, since in each of some of them too few people answered. */
export type AreaTally = {
  place: string | null;
  name: Text | null;
  answered: number;
  rows: ({ id: string; n: number; mean: number | null } & Partial<Record<Against, number>>)[];
};

export type QuestionTally = Distribution & {
  id: string;
  title: Text;
  answered: number;
  suggestion: Record<'kept' | 'changed' | 'removed', number> | null;
  byArea: AreaTally[];
};

/** An answer to a question or, with `part`, an option that the survey no longer had. */
export type EarlierAnswer = {
  question: string;
  title: Text | null;
  part: string | null;
  label: Text | null;
  people: number;
  mean: number | null;
};

export type SendKind = 'opened' | 'reported';

export type SurveyTally = PetitionTally & {
  sends: Record<SendKind, { n: number; change: number }>;
  questions: QuestionTally[];
  earlier: EarlierAnswer[];
  score: { n: number; mean: number } | null;
  /** Those that their owners still share. */
  words: (Pick<PlaceCount, 'name'> & { place: string | null; text: string })[];
};

export type SurveyNow = PetitionNow & { sends: Record<SendKind, number> };
