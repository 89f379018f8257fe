import type { Language } from '../../../web/language.ts';
import { graceForConfirming, isOpenFor } from '../../actions/rules.ts';
import { shellOf } from '../../campaigns/shell.ts';
import { placeLabel } from '../../places/labels.ts';
import { outside, unknown } from '../../places/rules.ts';
import type { PageContext } from '../../platform/http/app-env.ts';
import { rawOfAnswers } from '../answer-rules.ts';
import type { SurveyContext } from '../cache.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import { kindOf } from '../kinds/questions.ts';
import { SendPage, type SendPageProps, type Way } from '../pages/send-page.tsx';
import { type Answers, type Carry, questionsOf } from '../rules.ts';
import { isInOwnWords } from '../words-rules.ts';
import type { Adapter, Carried } from './adapters/adapter.ts';
import { adapters } from './adapters/registry.ts';

export type BuiltWay = Carried & { carry: Carry; adapter: Adapter; embedUrl: string | null };

/** The ways to the city's own survey in the kit, with these answers. */
export function builtWays(context: SurveyContext, answers: Answers, language: Language): BuiltWay[] {
  const { survey } = context;
  const districts = districtNames(context, language);
  return survey.carry.flatMap((carry) => {
    const adapter = adapters.get(carry.adapter);
    if (!adapter) return [];
    const { config } = carry;
    const built = adapter.build({ survey, answers, language, config, districts });
    return [{ ...built, carry, adapter, embedUrl: adapter.embedUrl?.(config) ?? null }];
  });
}

function districtNames(context: SurveyContext, language: Language): Record<string, string> {
  const codes = [...context.city.districts.map(({ code }) => code), outside, unknown];
  return Object.fromEntries(codes.map((code) => [code, placeLabel(context.city, code, language) ?? code]));
}

export type Sending = {
  answers: Answers;
  from: SendPageProps['from'];
  dropped: string[];
  sender: SendPageProps['sender'];
  /** Where these answers come from. */
  back: string;
  isReported: boolean;
};

/** Whether answers can be sent on and reported. Up to one day after closing counts, as for a confirmation. */
export function takesSends({ action }: SurveyContext, now: Date): boolean {
  return isOpenFor(action, now, graceForConfirming);
}

export function sendPage(c: PageContext, context: SurveyContext, sending: Sending) {
  const { language, now } = c.var;
  const { action, campaign } = context;
  const { answers, sender } = sending;
  const ways = builtWays(context, answers, language);
  const isOwn = sender.name === 'own';
  return (
    <SendPage
      shell={shellOf(c, campaign)}
      survey={{ slug: action.slug, title: action.title[language] }}
      backHref={sending.back}
      from={sending.from}
      dropped={sending.dropped}
      hasAnswers={Object.keys(answers).length > 0}
      sender={sender}
      fields={isOwn ? {} : neededBy(context, answers)}
      ways={ways.map((way) => wayOf(way, context, { answers, language }))}
      isAsked={isOwn && c.req.query('asked') !== undefined}
      isReported={sending.isReported}
      takesSends={takesSends(context, now)}
    />
  );
}

/** The data from which the link is built again when its button is pressed. Own words are never in a link. */
function neededBy({ survey }: SurveyContext, answers: Answers): RawAnswers {
  const own = questionsOf(survey).filter(isInOwnWords);
  const kept = Object.entries(answers).filter(([id]) => own.every((question) => question.id !== id));
  return rawOfAnswers(survey, Object.fromEntries(kept));
}

function wayOf(
  way: BuiltWay,
  context: SurveyContext,
  { answers, language }: { answers: Answers; language: Language },
): Way {
  const { carry, adapter, warnings } = way;
  const questions = new Map(questionsOf(context.survey).map((question) => [question.id, question]));
  const titleOf = (id: string) => questions.get(id)?.title[language] ?? id;
  const { host, pathname } = new URL(way.url);
  const takesLink = adapter.capability === 'url';
  const wording = { language, districts: districtNames(context, language) };
  const textOf = (id: string) => {
    const question = questions.get(id)!;
    return kindOf(question).link.text(question, answers[id]!, wording);
  };
  return {
    label: carry.label[language],
    tool: adapter.label,
    takesLink,
    // A link shows only its host; an address to copy by hand is shown whole.
    address: takesLink || pathname === '/' ? host : host + pathname,
    carried: way.carried.map((id) => [titleOf(id), textOf(id)]),
    lines: way.toCopy.map(({ question, theirs, answer, isOurs = false }) => {
      const why = warnings.find((warning) => warning.question === question)?.code;
      return { id: question, theirs, isOurs, answer, why: why === 'not-asked' ? null : (why ?? null) };
    }),
    notAsked: warnings.filter(({ code }) => code === 'not-asked').map(({ question }) => titleOf(question)),
    hasPlainView: way.embedUrl !== null,
  };
}
