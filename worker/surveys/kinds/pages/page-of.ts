import type { Question } from '../questions.ts';
import type { KindPage } from './page.ts';
import { kindPages } from './registry.ts';

const byName = new Map<string, KindPage<Question>>(Object.entries(kindPages));

export function pageOf({ kind }: { kind: string }): KindPage<Question> {
  const page = byName.get(kind);
  if (!page) throw new Error(`no page for the kind of question: ${kind}`);
  return page;
}
