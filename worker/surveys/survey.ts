import type { KitSurvey } from '../kits/schema.ts';
import { utf8 } from '../platform/crypto/bytes.ts';
import { assertNever } from '../platform/result.ts';
import type { Option, Question, Section, Survey } from './rules.ts';

type KitSection = KitSurvey['sections'][number];
type KitQuestion = KitSection['questions'][number];

/** A kit's survey, as the rules know it. */
export function surveyOf(kit: KitSurvey): Survey {
  const { audience, layout, suggestions, carry } = kit;
  const sections = kit.sections.map(sectionOf);
  return { version: versionOf(sections), audience, layout, sections, suggestions, carry };
}

function sectionOf({ id, title, help, questions }: KitSection): Section {
  return { id, title, help: help ?? null, questions: questions.map(questionOf) };
}

function questionOf(kit: KitQuestion): Question {
  const { id, title, required } = kit;
  const asked = { id, title, help: kit.help ?? null, required, showIf: kit.show_if ?? null };
  switch (kit.kind) {
    case 'single':
    case 'ranking':
      return { ...asked, kind: kit.kind, options: kit.options.map(optionOf) };
    case 'multiple': {
      const { options, at_least = 0, at_most = options.length } = kit;
      return { ...asked, kind: kit.kind, options: options.map(optionOf), atLeast: at_least, atMost: at_most };
    }
    case 'scale': {
      const { kind, from, to, from_label, to_label } = kit;
      return { ...asked, kind, from, to, fromLabel: from_label ?? null, toLabel: to_label ?? null };
    }
    case 'allocation': {
      const { kind, lines, total, step, unit } = kit;
      return { ...asked, kind, lines, total, step, unit };
    }
    case 'number': {
      const { kind, min, max, step, unit } = kit;
      return { ...asked, kind, min, max, step, unit: unit ?? null };
    }
    case 'short-text':
      return { ...asked, kind: kit.kind, longest: kit.longest };
    case 'long-text':
      return { ...asked, kind: kit.kind, longest: kit.longest, inOwnWords: kit.in_own_words };
    case 'zip':
    case 'district':
      return { ...asked, kind: kit.kind };
    default:
      return assertNever(kit);
  }
}

function optionOf({
  id,
  label,
  score,
}: {
  id: string;
  label: Option['label'];
  score?: number | undefined;
}): Option {
  return { id, label, score: score ?? null };
}

/** Of all that an answer may hang on, the wording among it; not of the help. */
function versionOf(sections: Section[]): string {
  const asked = sections.flatMap(({ questions }) => questions.map(({ help: _, ...question }) => question));
  return fnv1a(JSON.stringify(asked));
}

/** 64 bits to tell versions apart by, no secret: FNV-1a. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of utf8(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
