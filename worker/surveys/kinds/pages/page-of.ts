import type { Distribution, Question } from '../questions.ts';
import { answeredLine } from './choices.tsx';
import type { KindPage, TallyPage } from './page.ts';
import { kindPages } from './registry.ts';

const byName = new Map<string, KindPage<Question, Distribution>>(Object.entries(kindPages));

export function pageOf({ kind }: { kind: string }): KindPage<Question, Distribution> {
  const page = byName.get(kind);
  if (!page) throw new Error(`no page for the kind of question: ${kind}`);
  return page;
}

/** An old digest may contain a kind that no longer exists. Then only the number of answers is shown. */
const nothingElse: TallyPage<Distribution> = {
  answered: answeredLine,
  csv: { answers: () => [] },
  json: () => ({}),
};

export function tallyPageOf({ kind }: { kind: string }): TallyPage<Distribution> {
  return byName.get(kind)?.tally ?? nothingElse;
}
