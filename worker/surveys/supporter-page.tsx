import type { Context } from 'hono';
import { shellOf } from '../campaigns/shell.ts';
import { canCorrect } from '../signatures/rules.ts';
import type { SupporterLinkEnv } from '../signatures/supporter-link.tsx';
import type { SupporterSection } from '../signatures/supporter-section.ts';
import type { AnswerError } from './answer-rules.ts';
import { type SurveyContext, withSurvey } from './cache.ts';
import type { RawAnswers } from './kinds/fields.ts';
import { AmendPage, type AmendPageProps } from './pages/amend-page.tsx';
import { SupporterAnswers } from './pages/supporter-answers.tsx';
import { districtsOf, questionViews, sectionView } from './question-view.ts';
import { questionsOf } from './rules.ts';
import { type HeldAnswers, openAnswers } from './sealing.ts';
import { findResponse, type Response } from './store.ts';
import { outcomesOnPage } from './suggestion-rules.ts';
import { asksOwnWords, ownWords } from './words-rules.ts';

export type HeldResponse = { context: SurveyContext; response: Response; held: HeldAnswers };

/** What somebody answered, by their link; null where it was a petition or nothing is held any more. */
export async function findHeld(c: Context<SupporterLinkEnv>): Promise<HeldResponse | null> {
  const { deps, link, now } = c.var;
  const context = await withSurvey(deps, link.context, now);
  const response = context && (await findResponse(deps.db, link.signature.id));
  const held = response && (await openAnswers(deps.keyring, response));
  return held ? { context, response, held } : null;
}

export const supporterAnswers: SupporterSection = {
  async shown(c) {
    const found = await findHeld(c);
    return found && answersShown(c, found);
  },
  async data(c) {
    const found = await findHeld(c);
    if (!found) return {};
    const { response, held } = found;
    return {
      answers: held.answers,
      share_words: held.shareWords,
      words_state: response.wordsState,
      survey_version: response.version,
    };
  },
};

function answersShown(c: Context<SupporterLinkEnv>, { context, response, held }: HeldResponse) {
  const { language, link } = c.var;
  const { survey, campaign } = context;
  const answers = Object.entries(held.answers);
  const questions = questionsOf(survey).filter(({ id }) => Object.hasOwn(held.answers, id));
  const isAsked = (id: string) => questions.some((question) => question.id === id);
  const { token } = link;
  return (
    <SupporterAnswers
      shell={shellOf(c, campaign, `/my/${token}`)}
      questions={questionViews(context, questions, language)}
      answers={held.answers}
      earlier={answers.filter(([id]) => !isAsked(id))}
      words={ownWords(survey, held.answers) === '' ? null : (response.wordsState ?? 'kept')}
      changeHref={canCorrect(link.signature.state) ? `/my/${token}/answers` : null}
      sendHref={survey.carry.length > 0 ? `/my/${token}/send` : null}
    />
  );
}

export type Amending = { raw: RawAnswers; shareWords: boolean; errors: AnswerError[] };

/** Null: they can be changed no more. */
export function amendPage(
  c: Context<SupporterLinkEnv>,
  context: SurveyContext,
  { amending, notice }: { amending: Amending | null; notice: AmendPageProps['notice'] },
) {
  const { language } = c.var;
  const { survey, action, campaign } = context;
  const { token } = c.var.link;
  return (
    <AmendPage
      shell={shellOf(c, campaign, `/my/${token}/answers`)}
      survey={{ slug: action.slug, title: action.title[language] }}
      token={token}
      notice={notice}
      form={
        amending && {
          sections: survey.sections.map((section) => sectionView(context, section, language)),
          values: amending.raw,
          outcomes: outcomesOnPage(survey, amending.raw, districtsOf(context)),
          errors: amending.errors,
          version: survey.version,
          shareWords: asksOwnWords(survey) ? amending.shareWords : null,
        }
      }
    />
  );
}
