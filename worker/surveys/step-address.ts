import { withLanguage } from '../campaigns/shell.ts';
import { direct, sourceOf } from '../coalition/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { SurveyContext } from './cache.ts';
import type { Draft } from './drafts.ts';
import type { Section } from './rules.ts';

/** What a draft's page shows. With `isChecked` it also shows the errors. */
export type Shown =
  | { page: 'questions'; section: Section | null; isChecked: boolean }
  | { page: 'review'; isChecked: boolean }
  | { page: 'send' };

/** The address of a draft's page. It contains nothing of what was entered. */
export function stepAddress(
  c: PageContext,
  context: SurveyContext,
  { id, draft, shown }: { id: string; draft: Draft; shown: Shown },
): string {
  const { action, survey } = context;
  const query = new URLSearchParams();
  const source = sourceOf(draft.person.source, context.sources);
  if (source !== direct && !c.var.frame) query.set('source', source);
  if (shown.page === 'questions' && shown.section && survey.layout === 'by-section') {
    query.set('section', shown.section.id);
  }
  if (shown.page !== 'send' && shown.isChecked) query.set('check', 'yes');
  const below = {
    questions: `answers/${id}`,
    review: `answers/${id}/review`,
    send: `send/${id}`,
  }[shown.page];
  const path = `/surveys/${action.slug}/${below}`;
  return withLanguage(c, query.size > 0 ? `${path}?${query}` : path);
}
