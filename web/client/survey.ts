import { offerSliders } from './survey/budget.ts';
import { followConditions } from './survey/conditions.ts';
import { dropDrafts, keepDraft, keepNoMore, rememberDraft } from './survey/draft.ts';
import { answerControls, tell, type Words } from './survey/form.ts';
import { offerPlaces } from './survey/ranking.ts';
import { markSuggestions } from './survey/suggestions.ts';

const form = document.querySelector<HTMLFormElement>('form[data-survey]');
if (form) {
  const slug = form.dataset.survey ?? '';
  const words: Words = JSON.parse(form.dataset.words ?? '{}');
  // In a frame on another site, the form stores nothing in the browser.
  const isFramed = document.body.hasAttribute('data-frame');
  if (!isFramed) rememberDraft(form, slug);
  const isRestored = form.id === 'answers' && !isFramed && keepDraft(form, slug);
  offerSliders(form, words);
  offerPlaces(form, words);
  markSuggestions(form, words);
  followConditions(form);
  if (isRestored) for (const control of answerControls(form)) tell(control);
  form.addEventListener('submit', ({ submitter }) => {
    if (submitter instanceof HTMLButtonElement && submitter.value === 'send') dropDrafts(slug);
  });
  document.querySelector('a[data-exit]')?.addEventListener('click', () => keepNoMore(form, slug));
}
