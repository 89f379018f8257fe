import type { Language } from '../../web/language.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import type { Module, Question } from './rules.ts';

/** In one language. `html` is safe. */
export type ShownModule = {
  slug: string;
  title: string;
  lead: string;
  parts: { heading: string; html: string; sources: { name: string; url: string | null }[] }[];
  questions: ShownQuestion[];
  review: { on: string; by: string } | null;
};

export type ShownQuestion = {
  situation: string;
  answers: { text: string; reason: string; isRight: boolean }[];
};

export function shownModule(module: Module, language: Language): ShownModule {
  const { slug, title, lead, lesson, questions, review } = module;
  return {
    slug,
    title: title[language],
    lead: lead[language],
    parts: lesson.map(({ heading, text, sources }) => {
      return { heading: heading[language], html: renderMarkdown(text[language]), sources };
    }),
    questions: questions.map((question) => shownQuestion(question, language)),
    review: review && { on: review.on, by: review.by[language] },
  };
}

export function shownQuestion({ situation, answers }: Question, language: Language): ShownQuestion {
  return {
    situation: situation[language],
    answers: answers.map(({ text, reason, isRight }) => {
      return { text: text[language], reason: reason[language], isRight };
    }),
  };
}
