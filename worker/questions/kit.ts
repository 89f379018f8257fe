import * as z from 'zod';
import { languages as allLanguages, type Language, type Text } from '../../web/language.ts';
import { campaignKitSection } from '../campaigns/kit.ts';
import { date, inEach } from '../kits/atoms.ts';
import type { StoredEntry } from '../kits/changes.ts';
import { withoutUnreadable } from '../kits/character-rules.ts';
import { isGroup, isSame, type Json, type JsonObject } from '../kits/json-rules.ts';
import { problemIf } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { newId } from '../platform/crypto/ids.ts';
import { hasSignIn } from '../platform/text/address-rules.ts';
import { mostEntries } from './entry-rules.ts';
import {
  deleteEntriesStatements,
  entriesSnapshotStatement,
  type KitAnswer,
  saveFirstEntriesStatements,
  snapshotLabel,
} from './kit-store.ts';

// In UTF-16 units, and so twice what the form of the console allows in characters.
const written = (longest: number) => inEach(z.string().trim().min(1).max(longest));

const answered = z.strictObject({
  kind: z.enum(['question', 'myth']).default('question'),
  asked: written(600),
  fact: written(600).optional().describe('What is true instead: of a myth, and only there'),
  answer: written(6000).describe('Markdown'),
  source: z.string().trim().min(1).max(600),
  source_url: z
    .url({ protocol: /^https?$/, error: 'must be a web address' })
    .max(500)
    .refine((typed) => !hasSignIn(typed), 'must be a web address without a user name and password')
    .optional(),
  answered_on: date,
  version: z.int().min(1).max(1_000_000).default(1).describe('Above 1, pages say that it was changed'),
});

/**
 * What organizers answered in the console. A kit opens these in a campaign that has none yet; from then on only the
 * console changes them, and the kit as it stands holds those that are shown.
 */
export const questionsKitSection = kitSection({
  needs: [campaignKitSection],
  inCampaign: { answered_questions: z.array(answered).max(mostEntries).optional() },
  check: ({ campaign: { answered_questions = [] } }) =>
    answered_questions.flatMap(({ kind, fact }, i) =>
      problemIf(
        (kind === 'myth') !== (fact !== undefined),
        `campaign.answered_questions[${i}].fact`,
        kind === 'myth' ? 'is missing' : 'is only for a myth',
      ),
    ),
  open({ campaign }, { db, now }) {
    const answers = rowsOf(campaign.answered_questions);
    // Each a millisecond later than the one before it, because pages show them in the order of their ids.
    const ids = answers.map((_, i) => newId(new Date(now.getTime() - answers.length + i)));
    return saveFirstEntriesStatements(db, campaign.slug, { answers, ids, now });
  },
  takeBack: ({ campaign }, { db }) => deleteEntriesStatements(db, campaign.slug),
  entries: ({ campaign }) =>
    rowsOf(campaign.answered_questions).map((one, i) => ({
      label: `${snapshotLabel} ${i + 1}`,
      differs: (fields: StoredEntry['fields']) =>
        isSame(fields as JsonObject, one) ? null : 'was changed in the console and stays so',
    })),
  snapshot: ({ campaign }, { db }) => [entriesSnapshotStatement(db, campaign.slug)],
  asItStands(json, { languages }, { entries }) {
    if (!isGroup(json.campaign)) return json;
    const stored = [...entries].flatMap(([label, fields]) =>
      label.startsWith(`${snapshotLabel} `) ? [asWritten(fields as KitAnswer, languages)] : [],
    );
    const { answered_questions: before = [], ...others } = json.campaign;
    if (isSame(before, stored)) return json;
    const campaign = stored.length > 0 ? { ...others, answered_questions: stored } : others;
    return { ...json, campaign };
  },
});

function rowsOf(answers: z.output<typeof answered>[] = []): KitAnswer[] {
  return answers.map(({ fact = null, source_url = null, ...one }) => ({ ...one, fact, source_url }));
}

/** As the file has it: in the languages of the campaign, and without what the kit refuses and nobody sees. */
function asWritten({ fact, source_url, version, ...one }: KitAnswer, languages: Language[]): Json {
  const spoken = allLanguages.filter((language) => languages.includes(language));
  const said = (text: Text) =>
    Object.fromEntries(spoken.map((language) => [language, withoutUnreadable(text[language])]));
  return {
    ...{ kind: one.kind, asked: said(one.asked) },
    ...(fact && { fact: said(fact) }),
    ...{ answer: said(one.answer), source: withoutUnreadable(one.source) },
    ...(source_url !== null && { source_url }),
    answered_on: one.answered_on,
    ...(version > 1 && { version }),
  };
}
