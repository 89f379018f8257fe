import * as z from 'zod';
import { addressedTo } from '../../web/addressee.ts';
import type { Step } from '../../web/components/timeline.tsx';
import { type Language, message } from '../../web/language.ts';
import type { ActionPart, PartView } from '../actions/action-part.ts';
import type { ActionContext } from '../actions/context.ts';
import { pathOf } from '../actions/rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { asksCopy } from './pages/asks-copy.ts';
import { AsksPart } from './pages/asks-part.tsx';
import { type Ask, type AskedCommittee, answerCodes, commitmentOf, givenBy } from './rules.ts';
import { asksQuery } from './store.ts';
import { askedWords, type Calendar, daysWaited, isWaiting, waitingWords } from './words.ts';

/** Where all answers to a petition are, with their corrections. */
export function answersPath(action: { kind: string; slug: string }): string {
  return `${pathOf(action)}/answers`;
}

/** What a petition asks, with the answers beside it. */
export const asksPart: ActionPart<Ask[]> = {
  query: asksQuery,
  page(asks, view) {
    if (asks.length === 0) return null;
    const { shell, context } = view;
    const calendar = calendarOf(context, view.now, shell.language);
    const isAnswered = asks.some(({ asked }) => asked.some(({ answer }) => answer !== null));
    return {
      section: (
        <AsksPart
          shell={shell}
          summary={waitingWords(asks, shell.language)}
          asks={asks.map(({ text, asked }) => ({
            text: text[shell.language],
            asked: asked.map((one) => askedWords(one, calendar)),
          }))}
          answersPath={isAnswered ? answersPath(context.action) : null}
        />
      ),
      steps: stepsOf(asks, view, calendar),
    };
  },
  json: {
    shape: {
      asks: z
        .array(askSchema())
        .describe('What the petition asks, of whom, and what was answered. Days are on the city’s calendar'),
    },
    of: (asks, { context, language, now }) => ({
      asks: asks.map((ask) => askJson(ask, calendarOf(context, now, language))),
    }),
  },
};

export function calendarOf({ city }: Pick<ActionContext, 'city'>, now: Date, language: Language): Calendar {
  return { timeZone: city.timeZone, today: dateIn(city.timeZone, now), language };
}

/** For each committee that was asked: when, the answer that is waited for or came, and what is due. */
function stepsOf(asks: Ask[], { context }: PartView, calendar: Calendar): Step[] {
  const words = asksCopy[calendar.language].steps;
  const put = asks.flatMap(({ asked }) => asked).filter(({ askedAt, answer }) => askedAt || answer);
  const { committee } = context.action;
  const whole = committee.name.en === committee.council.en ? 'yes' : 'no';
  if (put.length === 0) return [{ name: words.answers[whole], text: words.may, on: null, when: 'later' }];
  const committees = [...new Set(put.map(({ committee }) => committee.id))];
  return committees.flatMap((id) =>
    stepsOfCommittee(
      put.filter(({ committee }) => committee.id === id),
      calendar,
    ),
  );
}

function stepsOfCommittee(asked: AskedCommittee[], { timeZone, today, language }: Calendar): Step[] {
  const words = asksCopy[language].steps;
  const [first] = asked;
  if (!first) return [];
  const committee = first.committee.name[language];
  const fill = (template: string) =>
    message(template, { committee, to: addressedTo(committee, language) }, language);
  const askedOn = asked.flatMap(({ askedAt }) => (askedAt ? dateIn(timeZone, askedAt) : [])).sort()[0];
  const answeredOn = asked.flatMap(({ firstAnsweredOn }) => firstAnsweredOn ?? []).sort()[0];
  const waiting = asked.filter(isWaiting).length;
  const due = asked
    .flatMap(({ answer }) => (answer?.dueOn && answer.outcome === null ? answer.dueOn : []))
    .sort();
  return [
    ...(askedOn ? [{ name: fill(words.asked), text: null, on: askedOn, when: 'past' as const }] : []),
    ...(answeredOn
      ? [{ name: fill(words.answered), text: null, on: answeredOn, when: 'past' as const }]
      : []),
    ...(waiting > 0
      ? [
          {
            name: fill(words.waits),
            text: message(words.waitsText, { n: waiting }, language),
            on: null,
            when: 'next' as const,
          },
        ]
      : []),
    ...due.slice(0, 1).map((on): Step => {
      return { name: fill(words.due), text: null, on, when: on < today ? 'now' : 'next' };
    }),
  ];
}

function askSchema() {
  const day = z.iso.date();
  return z.object({
    ask: z.string(),
    text: z.string(),
    asked_of: z.array(
      z.object({
        committee: z.string(),
        at_signatures: z.int(),
        asked_on: day.nullable(),
        days_waited: z.int().nullable().describe('For the first answer, or until today'),
        answer: z
          .object({
            version: z.int(),
            answer: z.enum(answerCodes),
            text: z.string(),
            language: z.string(),
            document: z.string().nullable(),
            answered_on: day,
            given_by: z.enum(givenBy),
            place: z.string().nullable(),
            commitment: z
              .object({
                due_on: day,
                state: z.enum(['before', 'today', 'overdue', 'kept', 'missed']),
                days_overdue: z.int().nonnegative(),
                source: z.string().nullable(),
              })
              .nullable(),
          })
          .nullable(),
      }),
    ),
  });
}

export function askJson(
  { slug, text, asked }: Ask,
  calendar: Calendar,
): z.infer<ReturnType<typeof askSchema>> {
  const { language, timeZone, today } = calendar;
  return {
    ask: slug,
    text: text[language],
    asked_of: asked.map((one) => ({
      committee: one.committee.name[language],
      at_signatures: one.signatures,
      asked_on: one.askedAt && dateIn(timeZone, one.askedAt),
      days_waited: daysWaited(one, calendar),
      answer: one.answer && {
        version: one.answer.version,
        answer: one.answer.answer,
        text: one.answer.text,
        language: one.answer.language,
        document: one.answer.document,
        answered_on: one.answer.answeredOn,
        given_by: one.answer.givenBy,
        place: one.answer.place,
        commitment: commitmentJson(one, today),
      },
    })),
  };
}

function commitmentJson({ answer }: AskedCommittee, today: string) {
  const commitment = answer && commitmentOf(answer, today);
  if (!commitment || !answer?.dueOn) return null;
  return {
    due_on: answer.dueOn,
    state: commitment.state,
    days_overdue: commitment.state === 'overdue' ? commitment.days : 0,
    source: 'source' in commitment ? commitment.source : null,
  };
}
