import * as z from 'zod';
import { type Language, languages } from '../../web/language.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { slug } from './atoms.ts';
import { unreadableTexts } from './character-rules.ts';
import { madeOfSchema } from './extends/made-of.ts';
import { explain, problemsIn } from './issue-words.ts';
import { type Names, namesOf } from './names.ts';
import type { KitProblem } from './problems.ts';
import type { Kit, KitSection } from './section.ts';
import { inLanguages } from './texts.ts';

export type Sections = readonly KitSection[];

/** The kit, or all its problems; those that depend on the day where it is given. */
export function checkKit(json: unknown, sections: Sections, now?: Date): Result<Kit, KitProblem[]> {
  const parsed = parseKit(json, sections);
  if (!parsed.ok) return parsed;
  const problems = sections.flatMap((section) => [
    ...section.check(parsed.value),
    ...(now ? section.dated(parsed.value, now) : []),
  ]);
  return problems.length > 0 ? err(problems) : parsed;
}

/** The parsed kit, or the problems of its schema and references. */
export function parseKit(json: unknown, sections: Sections): Result<Kit, KitProblem[]> {
  return inLanguages(languagesIn(json), () => {
    const parsed = schemaOf(sections).safeParse(json, { error: explain });
    const problems = [
      ...problemsIn(parsed.error?.issues ?? [], ''),
      ...unreadableTexts(json),
      ...brokenReferences(json, sections),
    ];
    return parsed.success && problems.length === 0 ? ok(parsed.data) : err(onceEach(problems));
  });
}

const spoken = z
  .array(z.enum(languages))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'names a language twice')
  .default([...languages])
  .describe('The languages of the campaign. In a kit of one, texts may be plain texts');

/** Both where the kit says something that is wrong: then that is told. */
function languagesIn(json: unknown): readonly Language[] {
  const read = z.object({ languages: spoken }).safeParse(json);
  return read.success ? read.data.languages : languages;
}

export function kitJsonSchema(sections: Sections) {
  return z.toJSONSchema(schemaOf(sections), { io: 'input' });
}

/** All names that the sections publish. */
export function namesIn(json: unknown, sections: Sections): Names {
  return namesOf(sections.flatMap((section) => section.names(json)));
}

/** A campaign as one file. Unknown keys are refused. */
function schemaOf(sections: Sections) {
  const inCampaign: z.ZodRawShape = Object.assign({}, ...sections.map((section) => section.inCampaign));
  const campaign = z.strictObject({ slug, ...inCampaign });
  // Problems are reported in the order of the keys; `campaign` comes where the first section adds to it.
  const keys: z.ZodRawShape = Object.assign(
    {},
    ...sections.map((section) => ({
      ...section.keys,
      ...(Object.keys(section.inCampaign).length > 0 && { campaign }),
    })),
  );
  return z.strictObject({
    $schema: z.string().optional(),
    kit: z.literal(1, 'must be 1, the only format so far'),
    languages: spoken,
    made_of: madeOfSchema.optional(),
    ...keys,
    campaign,
  });
}

function brokenReferences(json: unknown, sections: Sections): KitProblem[] {
  const names = namesIn(json, sections);
  return sections.flatMap((section) => [
    ...section.names(json).flatMap(names.repeated),
    ...section.references(json, names),
  ]);
}

/** The same message for the same path is listed once. */
function onceEach(problems: KitProblem[]): KitProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.path}: ${problem.message}`, problem])).values()];
}
