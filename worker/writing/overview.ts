import { formatInstant, formatShortInstant, type Language, timeZoneName } from '../../web/language.ts';
import type { FormPage } from '../kits/form-rules.ts';
import { changesOf, type Json, valueAt } from '../kits/json-rules.ts';
import { mergeOf } from '../kits/merge-rules.ts';
import { checkToOpen } from '../kits/open.ts';
import type { Sections } from '../kits/parse.ts';
import { problemWords } from '../kits/problem-words.ts';
import type { KitProblem } from '../kits/problems.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consolePath } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { changesByField, placeWords, rowsIn } from './change-rows.ts';
import { type Draft, findSave } from './draft-store.ts';
import { readPublic } from './drafts.ts';
import { formPathOf, pagesOf } from './form-places.ts';
import { kitWords } from './kit-words.ts';
import { draftUrl } from './links.ts';
import type { PublishProps } from './pages/publish-form.tsx';
import { writeCopy } from './pages/write-copy.ts';
import type { DraftProps, ProblemLine } from './pages/write-page.tsx';
import { hasMoved, listChangedTexts, problemsOf } from './publish.ts';

const mostRows = 100;
const mostProblems = 100;

/** Everything that a page says about a draft. */
export async function describeDraft(
  c: ConsoleContext,
  draft: Draft,
  {
    sections,
    values,
    errors,
    known,
  }: {
    sections: Sections;
    values: PublishProps['values'];
    errors: PublishProps['errors'];
    /** What stands in its way, where that was found just now: checking reads the whole kit and what is stored of it. */
    known?: readonly KitProblem[] | undefined;
  },
): Promise<DraftProps> {
  const { deps, campaign, language } = c.var;
  const first = await findSave(deps.db, draft.id, 1);
  const [isMoved, problems, who, pages] = await Promise.all([
    hasMoved(deps.db, draft, sections),
    known ?? listProblems(c, draft, sections),
    nameOf(c, draft.savedBy),
    pagesOf(sections),
  ]);
  const ends = { before: first?.json ?? {}, after: draft.json, pages };
  const changes = first ? changesByField(changesOf(first.json, draft.json), ends) : [];
  const asksToClose = problems.some(({ message }) => message.includes('--close-now'));
  const said = askedElsewhere(problems);
  return {
    version: draft.version,
    saved: { when: formatShortInstant(draft.savedAt, campaign.timeZone, language), who },
    rows: rowsIn(changes.slice(0, mostRows), { ...ends, language }),
    count: changes.length,
    problems: said
      .slice(0, mostProblems)
      .map((problem) => lineOf(c, problem, { json: draft.json, pages, isDraft: true })),
    moved:
      isMoved && first
        ? { conflicts: await conflictsOf(c, { draft, first: first.json, sections, pages }) }
        : null,
    link: await linkOf(c, draft),
    failed: failedOf(c, draft, pages),
    publish: {
      at: draft.publishAt && formatInstant(draft.publishAt, campaign.timeZone, language),
      zone: timeZoneName(campaign.timeZone, language),
      signed: await listAsked(c, draft, sections),
      asksToClose,
      values,
      errors,
    },
  };
}

/** Without those that the form for publishing asks for itself. */
export function askedElsewhere(problems: readonly KitProblem[]): KitProblem[] {
  return problems.filter(
    ({ message, path }) => !message.includes('--close-now') && !path.endsWith('.text_note'),
  );
}

/** What stands in the way of publishing a draft. */
export async function listProblems(
  c: ConsoleContext,
  draft: Draft,
  sections: Sections,
): Promise<KitProblem[]> {
  const { deps, campaign, organizer, now } = c.var;
  const { json } = draft;
  const [own, checked] = await Promise.all([
    problemsOf(deps.db, { campaign, actor: organizer.id, sections, draft, json, notes: {} }),
    checkToOpen(deps.db, json, { sections, now }),
  ]);
  return [...own, ...(checked.ok ? [] : checked.error)];
}

/** Texts that people have signed and that the draft changes. */
export async function listAsked(
  c: ConsoleContext,
  { id, json }: Draft,
  sections: Sections,
): Promise<PublishProps['signed']> {
  const { deps, campaign, language } = c.var;
  const before = (await findSave(deps.db, id, 1))?.json;
  const texts = await listChangedTexts(deps.db, { campaignId: campaign.id, before, json, sections });
  const languages = languagesIn(json, campaign);
  return texts.map(({ slug, text, reworded }) => {
    const changes = reworded.flatMap((one) =>
      languages
        .filter((spoken) => one.before[spoken] !== one.after[spoken])
        .map((spoken) => ({ before: one.before[spoken], after: one.after[spoken] })),
    );
    return { slug, title: text.title[language], languages, reworded: changes };
  });
}

function languagesIn(json: Json, { languages }: { languages: Language[] }): Language[] {
  const said = valueAt(json, ['languages']);
  const known = Array.isArray(said) ? said.filter((one) => one === 'en' || one === 'es') : [];
  return known.length > 0 ? known : languages;
}

/** `of`: what the problem is of, and whether that is the draft, which can be mended here. */
export function lineOf(
  { var: { language, campaign } }: ConsoleContext,
  { path, message }: KitProblem,
  of: { json: Json; pages: readonly FormPage[]; isDraft?: boolean },
): ProblemLine {
  const form = of.isDraft ? formPathOf(path, of) : null;
  return {
    where: placeWords(path, kitWords(of.json, of.pages, language)),
    words: problemWords(message, language),
    href: form && consolePath(campaign, form),
  };
}

async function conflictsOf(
  c: ConsoleContext,
  {
    draft,
    first,
    sections,
    pages,
  }: { draft: Draft; first: Json; sections: Sections; pages: readonly FormPage[] },
) {
  const { deps, campaign, language } = c.var;
  const shown = await readPublic(deps.db, campaign.id, sections);
  if (!shown) return [];
  const { merged, mine, conflicts } = mergeOf(first, draft.json, shown.json);
  return rowsIn(
    conflicts.map(({ path, ours, theirs }) => ({ path, before: theirs, after: ours })),
    { before: merged, after: mine, pages, language },
  );
}

async function linkOf(c: ConsoleContext, { id, link }: Draft): Promise<DraftProps['link']> {
  const { deps, campaign, language, now } = c.var;
  if (!link.until || link.until <= now) return null;
  const until = formatInstant(link.until, campaign.timeZone, language);
  return { url: await draftUrl(deps, { draftId: id, generation: link.generation }), until };
}

function failedOf(
  c: ConsoleContext,
  { failed, json }: Draft,
  pages: readonly FormPage[],
): DraftProps['failed'] {
  const { campaign, language } = c.var;
  if (!failed) return null;
  const { failures } = writeCopy[language];
  return {
    when: formatInstant(failed.at, campaign.timeZone, language),
    lines: failed.problems.map((problem) => {
      if (Object.hasOwn(failures, problem.path)) return failures[problem.path as keyof typeof failures];
      const { where, words } = lineOf(c, problem, { json, pages });
      return `${where}: ${words}`;
    }),
  };
}

export async function nameOf(c: ConsoleContext, actor: string): Promise<string> {
  const words = writeCopy[c.var.language];
  if (actor === 'command') return words.command;
  return (await emailsOf(c.var.deps, [actor])).get(actor) ?? words.notYet;
}
