import type { Context } from 'hono';
import { shellOf } from '../campaigns/shell.ts';
import { canCorrect } from '../signatures/rules.ts';
import type { AlsoHeld, OwnEnv } from '../signatures/supporter-page.tsx';
import type { AnswerError } from './answer-rules.ts';
import { type SurveyContext, withSurvey } from './cache.ts';
import type { RawAnswers } from './kinds/fields.ts';
import { AmendPage, type AmendPageProps } from './pages/amend-page.tsx';
import { OwnAnswers } from './pages/own-answers.tsx';
import { districtsOf, questionView, sectionView } from './question-view.ts';
import { questionsOf } from './rules.ts';
import { openAnswers, type Told } from './sealing.ts';
import { findResponse, type Response } from './store.ts';
import { outcomesOnPage } from './suggestion-rules.ts';
import { asksOwnWords, ownWords } from './words-rules.ts';

export type OwnResponse = { context: SurveyContext; response: Response; told: Told };

/** What somebody answered, by their link; null where it was a petition or nothing is held any more. */
export async function findOwn(c: Context<OwnEnv>): Promise<OwnResponse | null> {
  const { deps, own, now } = c.var;
  const context = await withSurvey(deps, own.context, now);
  const response = context && (await findResponse(deps.db, own.signature.id));
  const told = response && (await openAnswers(deps.keyring, response));
  return told ? { context, response, told } : null;
}

/** The answers, as a part of their owner's page and file. */
export const answersHeld: AlsoHeld = {
  async shown(c) {
    const own = await findOwn(c);
    return own && ownAnswers(c, own);
  },
  async data(c) {
    const own = await findOwn(c);
    if (!own) return {};
    const { response, told } = own;
    return {
      answers: told.answers,
      share_words: told.shareWords,
      words_state: response.wordsState,
      survey_version: response.version,
    };
  },
};

function ownAnswers(c: Context<OwnEnv>, { context, response, told }: OwnResponse) {
  const { language, own } = c.var;
  const { survey, campaign } = context;
  const answers = Object.entries(told.answers);
  const questions = questionsOf(survey).filter(({ id }) => Object.hasOwn(told.answers, id));
  const isAsked = (id: string) => questions.some((question) => question.id === id);
  const token = c.req.param('token') ?? '';
  return (
    <OwnAnswers
      shell={shellOf(c, campaign, `/my/${token}`)}
      questions={questions.map((question) => questionView(context, question, language))}
      answers={told.answers}
      earlier={answers.filter(([id]) => !isAsked(id))}
      words={ownWords(survey, told.answers) === '' ? null : (response.wordsState ?? 'kept')}
      changeHref={canCorrect(own.signature.state) ? `/my/${token}/answers` : null}
      sendHref={survey.carry.length > 0 ? `/my/${token}/send` : null}
    />
  );
}

export type Amending = { raw: RawAnswers; shareWords: boolean; errors: AnswerError[] };

/** Null: they can be changed no more. */
export function amendPage(
  c: Context<OwnEnv>,
  context: SurveyContext,
  { amending, notice }: { amending: Amending | null; notice: AmendPageProps['notice'] },
) {
  const { language } = c.var;
  const { survey, action, campaign } = context;
  const token = c.req.param('token') ?? '';
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
          stands: outcomesOnPage(survey, amending.raw, districtsOf(context)),
          errors: amending.errors,
          version: survey.version,
          shareWords: asksOwnWords(survey) ? amending.shareWords : null,
        }
      }
    />
  );
}
