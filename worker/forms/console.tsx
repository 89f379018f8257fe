import { entryTitle, type Part, partOf, type ToolResult } from '../kits/form-rules.ts';
import type { KitSection } from '../kits/section.ts';
import { findKitVersion } from '../kits/version-store.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { readWorking, type Working } from '../writing/drafts.ts';
import { nameOf } from '../writing/overview.ts';
import { clashWords } from './clash-words.ts';
import { madeView } from './made-rules.ts';
import { copy } from './pages/copy.ts';
import { type FormPageProps, FormPage as Page } from './pages/form-page.tsx';
import { partsPage } from './parts-page.tsx';
import { editPath, pathOf, type Sections } from './paths.ts';
import { findPlace, type Place } from './place-rules.ts';
import { elsewhere, ofPlace, problemsOf, summaryIn } from './problems-in-page.ts';
import { listStepIn } from './read-rules.ts';
import { type PartRefusal, savePart } from './save-part.ts';
import { type FieldView, type FormProblem, problemsUnder, viewOf } from './view-rules.ts';

/** In bytes: two maps, and several texts that are far too long and still come back with their error. */
const formLimit = 24 * 1024 * 1024;

/** The pages on which organizers edit the kit in its draft. */
export async function formsSection(all: readonly KitSection[]): Promise<ConsoleSection> {
  const sections = { all, forms: await Promise.all(all.map(({ forms }) => forms())) };
  return {
    verbs: {},
    routes(console) {
      console.get('/write/edit', 'write', (c) => showPage(c, sections));
      console.post('/write/edit', 'write', (c) => save(c, sections), { limit: formLimit });
    },
  };
}

/** The page that the address names, with what its fields may look at beside the kit. */
async function askedFor(c: ConsoleContext, sections: Sections) {
  const { deps, campaign } = c.var;
  for (const forms of sections.forms) {
    const page = forms.pages.find(({ slug }) => slug === c.req.query('page'));
    if (!page) continue;
    const [version, kept] = await Promise.all([
      campaign.isPublic ? findKitVersion(deps.db, campaign.id) : null,
      forms.kept?.(deps.db, campaign.slug) ?? [],
    ]);
    const published = version && (JSON.parse(version.kit) as Part);
    const around = { published, kept: new Set(kept), now: c.var.now };
    return { page, entry: c.req.query('entry') ?? '', around };
  }
  return null;
}

async function showPage(c: ConsoleContext, sections: Sections) {
  const working = await readWorking(c.var.deps.db, c.var.campaign.id, sections.all);
  if (!working || c.req.query('page') === undefined) return partsPage(c, sections, working);
  const asked = await askedFor(c, sections);
  const kit = partOf(working.json);
  const place = asked && findPlace(asked.page, asked.entry, { ...asked.around, kit });
  if (!place) return refuse(c, 'not-found');
  const saved = c.req.query('saved');
  return formPage(c, place, {
    version: working.version,
    problems: saved || c.req.query('check') ? problemsOf(kit, place, sections, c.var) : [],
    told: saved === 'merged' || saved === 'saved' ? saved : null,
    elsewhere: saved ? elsewhere(kit, place, sections, c.var.now) : 0,
    isPreview: c.req.query('preview') !== undefined,
  });
}

type Shown = {
  version: number;
  problems: readonly FormProblem[];
  told: FormPageProps['told'];
  isPreview?: boolean;
  elsewhere?: number;
  made?: ToolResult;
  /** What was done just now, to be undone. */
  act?: string | null;
};

async function formPage(c: ConsoleContext, place: Place, shown: Shown) {
  const { campaign, language } = c.var;
  const { page, fields, tools, part, around, way } = place;
  // What is wrong with an entry as a whole is told on its own page.
  const whole = way.length > 0 ? shown.problems.filter(({ path }) => path === '') : [];
  const problems = [...whole, ...ofPlace(place, shown.problems)];
  const views = viewOf(fields, part, { around, language, problems });
  const linkTo = (path: string) => consolePath(campaign, pathOf(page, path));
  const last = way.at(-1);
  const titles = way.map(({ list, entry }) => entryTitle(list, entry, language) || list.one[language]);
  const html = (
    <Page
      frame={await consoleFrame(c, { done: shown.act ?? undefined })}
      title={titles.at(-1) ?? page.title[language]}
      about={last ? null : page.about[language]}
      crumbs={[
        { title: copy[language].back, href: consolePath(campaign, '/write') },
        { title: copy[language].allParts, href: consolePath(campaign, editPath) },
        ...(last ? [{ title: page.title[language], href: linkTo('') }] : []),
        ...way.slice(0, -1).map(({ path }, i) => ({ title: titles[i] ?? '', href: linkTo(path.join('.')) })),
      ]}
      action={linkTo(last ? last.path.join('.') : '')}
      linkTo={linkTo}
      version={shown.version}
      fields={views}
      problems={summaryIn(place, problems, language)}
      isRefused={isRefused(shown.told)}
      told={shown.told}
      elsewhere={shown.elsewhere ?? 0}
      partsHref={consolePath(campaign, editPath)}
      tools={tools.map(({ slug, label, hint, files = [] }) => ({
        slug,
        label: label[language],
        hint: hint[language],
        files: files.map((one) => ({ key: one.key, label: one.label[language] })),
      }))}
      made={shown.made ? madeView(shown.made, language) : null}
      previews={shown.isPreview ? previewsOf(views) : null}
    />
  );
  return c.html(html, statusOf[shown.told ?? 'saved']);
}

const statusOf = {
  saved: 200,
  merged: 200,
  conflict: 409,
  'taken-out': 409,
  gone: 409,
  'too-large': 422,
  stays: 422,
} as const;

function isRefused(told: Shown['told']): boolean {
  return told !== null && statusOf[told] !== 200;
}

function previewsOf(views: readonly FieldView[]): Map<string, string> {
  return new Map(
    views.flatMap((view): [string, string][] => {
      if (view.kind === 'text' && view.isMarkdown) {
        return view.inputs.map(({ name, value }) => [name, value.trim() && renderMarkdown(value)]);
      }
      if (view.kind === 'group') return [...previewsOf(view.fields)];
      if (view.kind !== 'list') return [];
      return view.entries.flatMap(({ content }) =>
        'fields' in content ? [...previewsOf(content.fields)] : [],
      );
    }),
  );
}

async function save(c: ConsoleContext, sections: Sections) {
  const { deps, campaign, organizer, form, now } = c.var;
  const expectedVersion = Number(form.values.version ?? Number.NaN);
  if (!Number.isInteger(expectedVersion) || expectedVersion < 0) return refuse(c, 'bad-request');
  const asked = await askedFor(c, sections);
  if (!asked) return refuse(c, 'not-found');
  const working = await readWorking(deps.db, campaign.id, sections.all);
  const tool = working && (await toolIn(c, asked, working));
  const saved = await savePart(deps, {
    campaign,
    actor: organizer.id,
    now,
    expectedVersion,
    ...asked,
    sections: sections.all,
    posted: form.all,
    pressed: form.values.do,
    tool,
  });
  if (!saved.ok) return refused(c, saved.error, sections);
  const { act, isMerged, place } = saved.value;
  if (saved.value.made) return showMade(c, sections, { asked, act, made: saved.value.made });
  const [path, hash] = nextPath(place, { pressed: form.values.do, isMerged, entry: asked.entry });
  return c.redirect(consolePath(campaign, (act ? withDone(path, act) : path) + hash), 303);
}

type FormRequest = NonNullable<Awaited<ReturnType<typeof askedFor>>>;

/** The tool whose button was pressed, ready to run. */
async function toolIn(c: ConsoleContext, { page, entry, around }: FormRequest, working: Working) {
  const { form } = c.var;
  const slug = /^tool:([a-z-]+)$/.exec(form.values.do ?? '')?.[1];
  const place = slug && findPlace(page, entry, { ...around, kit: partOf(working.json) });
  const tool = place ? place.tools.find((one) => one.slug === slug) : undefined;
  if (!tool) return null;
  const run = await tool.load();
  const files = Object.fromEntries(
    (tool.files ?? []).flatMap(({ key }) => {
      const file = form.files?.[`tool.${tool.slug}.${key}`];
      return file && file.length > 0 ? [[key, file] as const] : [];
    }),
  );
  return (part: Part, inner: Place['around']) => run(part, inner, files);
}

/** The page after a tool has run, with what it has to say. */
async function showMade(
  c: ConsoleContext,
  sections: Sections,
  { asked, made, act }: { asked: FormRequest; made: ToolResult; act: string | null },
) {
  const working = await readWorking(c.var.deps.db, c.var.campaign.id, sections.all);
  const kit = partOf(working?.json);
  const place = findPlace(asked.page, asked.entry, { ...asked.around, kit });
  if (!working || !place) return refuse(c, 'not-found');
  return formPage(c, place, { version: working.version, problems: [], told: null, made, act });
}

/** Where the organizer goes on: an added entry with a page of its own is opened. */
function nextPath(
  { page, fields, part, around }: Place,
  { pressed, isMerged, entry }: { pressed: string | undefined; isMerged: boolean; entry: string },
): [path: string, hash: string] {
  const saved = isMerged ? 'merged' : 'saved';
  const step = listStepIn(pressed);
  if (!step) {
    return [pathOf(page, entry, { saved, ...(pressed === 'preview' && { preview: '1' }) }), ''];
  }
  const views = viewOf(fields, part, { around, language: 'en', problems: [] });
  const list = views.find(({ name }) => name === step.list);
  const hasPages = list?.kind === 'list' && list.hasPages;
  if (step.verb === 'add' && list?.kind === 'list' && hasPages) {
    return [pathOf(page, [...around.path, step.list, list.entries.length - 1].join('.')), ''];
  }
  const more = isMerged ? { saved } : {};
  return [pathOf(page, entry, more), `#${step.list}`];
}

async function refused(
  c: ConsoleContext,
  { reason, place, version, clash, held }: PartRefusal,
  sections: Sections,
) {
  if (reason === 'no-place' || !place) return refuse(c, 'not-found');
  const { language } = c.var;
  const pages = sections.forms.flatMap((forms) => forms.pages);
  const told = clash ? clashWords(clash, { pages, language, who: await nameOf(c, clash.by) }) : [];
  const problems = [
    ...problemsUnder(told, place.around.path.join('.')),
    ...held.map(({ path, why }) => ({ path, message: why[language] })),
  ];
  return formPage(c, place, { version, problems, told: reason });
}
