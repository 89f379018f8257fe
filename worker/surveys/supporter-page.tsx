import type { Context } from 'hono';
import { addresseeOf } from '../actions/summary.ts';
import { shellOf, withForm } from '../campaigns/shell.ts';
import { hiddenWhy } from '../moderation/hidden-copy.ts';
import { findHiddenReasons } from '../moderation/store.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { canCorrect } from '../signatures/rules.ts';
import type { SupporterLink, SupporterLinkEnv } from '../signatures/supporter-link.tsx';
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

/** The answers behind a supporter's link; null for a petition, or once erased. */
export function findHeld(c: Context<SupporterLinkEnv>): Promise<HeldResponse | null> {
  return heldOf(c, c.var.link);
}

async function heldOf(
  c: PageContext,
  of: Pick<SupporterLink, 'signature' | 'context'>,
): Promise<HeldResponse | null> {
  const { deps, now } = c.var;
  const context = await withSurvey(deps, of.context, now);
  const response = context && (await findResponse(deps.db, of.signature.id));
  const held = response && (await openAnswers(deps.keyring, response));
  return held ? { context, response, held } : null;
}

export const supporterAnswers: SupporterSection = {
  async toConfirm(c, form, { isListed }) {
    const found = await heldOf(c, form);
    const changeHref = form.isAgain ? null : `${form.path}/answers`;
    return (
      found && (
        <SupporterAnswers
          {...answersOf(c, found)}
          changeHref={changeHref}
          sendHref={null}
          isListed={isListed}
        />
      )
    );
  },
  async shown(c) {
    const found = await findHeld(c);
    const { signature, token } = c.var.link;
    return (
      found && (
        <SupporterAnswers
          {...answersOf(c, found)}
          hiddenWhy={await hiddenWhyOf(c, found)}
          changeHref={canCorrect(signature.state) ? `/my/${token}/answers` : null}
          sendHref={found.context.survey.carry.length > 0 ? `/my/${token}/send` : null}
        />
      )
    );
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

async function hiddenWhyOf(c: PageContext, { response }: HeldResponse): Promise<string | null> {
  if (response.wordsState !== 'hidden') return null;
  const { answer } = await findHiddenReasons(c.var.deps.db, response.id);
  return answer ? hiddenWhy[c.var.language][answer] : null;
}

function answersOf(c: PageContext, { context, response, held }: HeldResponse) {
  const { survey, campaign } = context;
  const answers = Object.entries(held.answers);
  const questions = questionsOf(survey).filter(({ id }) => Object.hasOwn(held.answers, id));
  const isAsked = (id: string) => questions.some((question) => question.id === id);
  return {
    shell: shellOf(c, campaign),
    addressedTo: addresseeOf(context.action, c.var.language),
    questions: questionViews(context, questions, c.var.language),
    answers: held.answers,
    earlier: answers.filter(([id]) => !isAsked(id)),
    words: ownWords(survey, held.answers) === '' ? null : (response.wordsState ?? ('kept' as const)),
  };
}

export type Amending = { raw: RawAnswers; shareWords: boolean; errors: AnswerError[] };

/** Null if they can no longer be changed. */
export function amendPage(
  c: Context<SupporterLinkEnv>,
  context: SurveyContext,
  { amending, ...rest }: { amending: Amending | null } & Pick<AmendPageProps, 'from' | 'notice'>,
) {
  const { language } = c.var;
  const { survey, action, campaign } = context;
  const { token } = c.var.link;
  const path = `/${rest.from}/${token}/answers`;
  const shell = shellOf(c, campaign, path);
  const form = { form: 'amend', action: path, enter: 'save' };
  return (
    <AmendPage
      {...rest}
      shell={amending ? withForm(shell, { ...form, isChecked: amending.errors.length > 0 }) : shell}
      survey={{
        slug: action.slug,
        title: action.title[language],
        addressedTo: addresseeOf(action, language),
      }}
      token={token}
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
