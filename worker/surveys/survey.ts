import { utf8 } from '../platform/crypto/bytes.ts';
import { questionOf } from './kinds/questions.ts';
import type { KitSurvey } from './kit/schema.ts';
import type { Section, Survey } from './rules.ts';

type KitSection = KitSurvey['sections'][number];

/** A kit's survey, as the rules know it. */
export function surveyOf(kit: KitSurvey): Survey {
  const { audience, layout, suggestions, carry } = kit;
  const sections = kit.sections.map(sectionOf);
  return { version: versionOf(sections), audience, layout, sections, suggestions, carry };
}

function sectionOf({ id, title, help, questions }: KitSection): Section {
  return { id, title, help: help ?? null, questions: questions.map(questionOf) };
}

/** A hash of everything an answer depends on, including the wording but not the help text. */
function versionOf(sections: Section[]): string {
  const asked = sections.flatMap(({ questions }) => questions.map(({ help: _, ...question }) => question));
  return fnv1a(JSON.stringify(asked));
}

/** FNV-1a, 64 bits. It only tells versions apart and is not secret. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of utf8(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
