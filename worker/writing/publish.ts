import type { Text } from '../../web/language.ts';
import { hashOfText } from '../actions/text-store.ts';
import { parentProblems } from '../kits/extends/made-of.ts';
import { isGroup, isSame, type Json, type JsonObject, valueAt } from '../kits/json-rules.ts';
import { prepareOpening } from '../kits/open.ts';
import { parseKit, type Sections } from '../kits/parse.ts';
import type { KitProblem } from '../kits/problems.ts';
import type { KitSection, SignedText } from '../kits/section.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isCityOfOthers, listShownSlugs, listSignedTexts } from './around-store.ts';
import { type Draft, endDraftStatement, findSave, readDraft } from './draft-store.ts';
import { readPublic } from './drafts.ts';

/** What was changed in a text, in the organizers' word; without words where the spelling says it all. */
export type TextNote = { change: 'spelling' | 'meaning'; words: { en?: string; es?: string } | null };

export type PublishOptions = {
  /** For the history. */
  note: string;
  closeNow: boolean;
  /** Of each text that people have signed and that the draft changes, by the slug of its action. */
  notes: Record<string, TextNote>;
};

export type Publishing = PublishOptions & {
  campaign: Pick<ConsoleCampaign, 'id' | 'slug'>;
  /** Of the draft, as the organizer saw it. */
  version: number;
  actor: string;
  sections: Sections;
  now: Date;
};

export type PublishRefusal =
  /** Another organizer saved, published or threw it away. */
  | { reason: 'changed-meanwhile' }
  /** What is public has changed since the draft was started: it is taken in first. */
  | { reason: 'moved' }
  /** `isPartly`: the kit itself was not checked. */
  | { reason: 'problems'; problems: KitProblem[]; isPartly?: boolean };

/** Makes the draft of a campaign public: the opening of its kit, its act and the end of the draft in one transaction. */
export async function publishDraft(
  deps: Deps,
  publishing: Publishing,
): Promise<Result<{ id: string; hash: string }, PublishRefusal>> {
  const { db } = deps;
  const { campaign, version, actor, sections, now, closeNow, note } = publishing;
  const draft = await readDraft(db, campaign.id);
  if (!draft || draft.version !== version) return err({ reason: 'changed-meanwhile' });
  if (await hasMoved(db, draft, sections)) return err({ reason: 'moved' });
  const json = withNotes(draft.json, publishing);
  const own = await problemsOf(db, { ...publishing, draft, json });
  if (own.length > 0) return err({ reason: 'problems', problems: own, isPartly: true });
  const isShared = await isCityOfOthers(db, { campaignId: campaign.id, organizerId: actor });
  const leaves = (section: KitSection) => isShared && isOfCity(section);
  const prepared = await prepareOpening(db, json, { sections, now, closeNow, actor, note, leaves });
  if (!prepared.ok) return err({ reason: 'problems', problems: prepared.error });
  const { hash, statements } = prepared.value;
  const spelled = Object.entries(publishing.notes).flatMap(([slug, { change }]) =>
    change === 'spelling' ? slug : [],
  );
  const end = endDraftStatement(db, { draftId: draft.id, version, state: 'published', now });
  try {
    const done = await commitWithAct(deps, {
      act: {
        campaign,
        actor,
        kind: 'publish-kit',
        subject: campaign.slug,
        before: { draft: draft.id, version, hash: draft.hash },
        after: { hash, ...(spelled.length > 0 ? { spelled: spelled.join(' ') } : {}) },
      },
      steps: [{ statement: end, changes: 1 }, ...statements],
      now,
    });
    return done.ok ? ok({ id: done.value.id, hash }) : err({ reason: 'changed-meanwhile' });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (!said.includes('SQLITE_CONSTRAINT')) throw error;
    const message = `cannot be stored as it is. The database says: ${said}`;
    return err({ reason: 'problems', problems: [{ path: 'the whole file', message }] });
  }
}

/** Whether something else became public since the draft was started. */
export async function hasMoved(db: D1Database, draft: Draft, sections: Sections): Promise<boolean> {
  const [shown, first] = await Promise.all([
    readPublic(db, draft.campaignId, sections),
    findSave(db, draft.id, 1),
  ]);
  return shown !== null && first !== null && !isSame(shown.json, first.json);
}

const isOfCity = ({ keys }: KitSection) => 'city' in keys || 'council' in keys;

/** What the kit itself does not know: whose campaign and city it is, and which texts people have signed. */
export async function problemsOf(
  db: D1Database,
  {
    campaign,
    actor,
    sections,
    draft,
    json,
    notes,
  }: Pick<Publishing, 'campaign' | 'actor' | 'sections' | 'notes'> & {
    draft: Draft;
    json: Json;
  },
): Promise<KitProblem[]> {
  const slug = valueAt(json, ['campaign', 'slug']);
  if (slug !== campaign.slug) {
    return [{ path: 'campaign.slug', message: `must stay ${campaign.slug}` }];
  }
  const first = await findSave(db, draft.id, 1);
  const [texts, locked, isShared, shown] = await Promise.all([
    listChangedTexts(db, { campaignId: campaign.id, before: first?.json, json, sections }),
    parentProblems(db, { before: first?.json, json }),
    isCityOfOthers(db, { campaignId: campaign.id, organizerId: actor }),
    listShownSlugs(db, campaign.id),
  ]);
  const shared = ['city', 'council'].filter(
    (key) => isShared && !isSame(valueAt(first?.json, [key]), valueAt(json, [key])),
  );
  return [
    ...locked,
    ...shared.map((path) => ({
      path,
      message: 'is shared with a campaign that you do not write: it has to stay as it is',
    })),
    ...leftOut({ before: first?.json, after: json, shown, sections }),
    ...texts
      .filter(({ slug }) => !Object.hasOwn(notes, slug))
      .map(({ path }) => ({
        path: `${path}.text_note`,
        message: 'is missing: people have signed the text as it was, so say what was changed',
      })),
    ...texts
      .filter(({ slug, reworded }) => reworded.length > 0 && notes[slug]?.change === 'meaning')
      .map(({ path }) => ({
        path,
        message: 'has words that people have answered: where the meaning changes, add a new question instead',
      })),
  ];
}

/** Actions that readers can find, and that the draft no longer has: their pages would stay without anybody to write them. */
function leftOut({
  before,
  after,
  shown,
  sections,
}: {
  before: Json | undefined;
  after: Json;
  shown: readonly string[];
  sections: Sections;
}): KitProblem[] {
  const [old, now] = [before ?? null, after].map((json) => slugsIn(json, sections));
  return [...(old ?? [])]
    .filter(([slug]) => now && !now.has(slug) && shown.includes(slug))
    .map(([slug, path]) => ({
      path,
      message: `lacks ${slug}, which is public: keep it, and close or remove it instead`,
    }));
}

/** The slug of each action with the list that has it; null for a kit that cannot be read. */
function slugsIn(json: Json, sections: Sections): Map<string, string> | null {
  const parsed = parseKit(json, sections);
  if (!parsed.ok) return null;
  const texts = sections.flatMap((section) => section.texts(parsed.value));
  return new Map(texts.map(({ slug, path }) => [slug, path.replace(/\[.*/, '')]));
}

type Reworded = { before: Text; after: Text };
/** `reworded`: words that people have answered. */
type ChangedText = SignedText & { reworded: Reworded[] };

/** The texts that people have signed and that a kit changes. `before` is what is public. */
export async function listChangedTexts(
  db: D1Database,
  kit: { campaignId: number; before: Json | undefined; json: Json; sections: Sections },
): Promise<ChangedText[]> {
  const signed = await listSignedTexts(db, kit.campaignId);
  if (signed.size === 0) return [];
  const earlier = new Map(textsIn(kit.before, kit.sections).map((text) => [text.slug, text]));
  return textsIn(kit.json, kit.sections)
    .filter(({ slug }) => signed.has(slug))
    .map((text) => ({ ...text, reworded: rewordedIn(earlier.get(text.slug), text) }))
    .filter(({ slug, text, reworded }) => reworded.length > 0 || signed.get(slug) !== hashOfText(text));
}

function textsIn(json: Json | undefined, sections: Sections): SignedText[] {
  const parsed = json === undefined ? null : parseKit(json, sections);
  return parsed?.ok ? sections.flatMap((section) => section.texts(parsed.value)) : [];
}

/** What is new or gone changes no word of what stays. */
function rewordedIn(before: SignedText | undefined, after: SignedText): Reworded[] {
  return [...(after.answered ?? [])].flatMap(([place, words]) => {
    const earlier = before?.answered?.get(place);
    return earlier && !isSameWords(earlier, words) ? [{ before: earlier, after: words }] : [];
  });
}

/** A text in one language stands for the other one too, until it is translated. */
function isSameWords(before: Text, after: Text): boolean {
  return before.en === before.es
    ? after.en === before.en || after.es === before.es
    : after.en === before.en && after.es === before.es;
}

function withNotes(json: Json, { notes }: Pick<Publishing, 'notes'>): Json {
  if (!isGroup(json)) return json;
  const noted = (action: Json): Json => {
    const slug = isGroup(action) ? action.slug : null;
    const note = typeof slug === 'string' && Object.hasOwn(notes, slug) ? notes[slug] : undefined;
    if (!note) return action;
    const { text_note: _earlier, ...others } = action as JsonObject;
    const words = note.words && { text_note: { ...note.words } as JsonObject };
    return { ...others, ...words, text_change: note.change };
  };
  return Object.fromEntries(
    Object.entries(json).map(([key, part]) => [key, Array.isArray(part) ? part.map(noted) : part]),
  );
}
