import type { Context } from 'hono';
import { raw } from 'hono/html';
import { asLanguage, type Language } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { languagesOf, partOf } from '../kits/form-rules.ts';
import type { Json } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { problemWords } from '../kits/problem-words.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consolePath, consoleShell } from '../organize/frame.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { placeWords } from './change-rows.ts';
import { readWorking } from './drafts.ts';
import { pagesOf } from './form-places.ts';
import { kitWords } from './kit-words.ts';
import { PreviewBanner } from './pages/preview-banner.tsx';
import { PreviewProblemsPage } from './pages/preview-problems-page.tsx';
import { previewPage } from './preview.ts';

/** For organizers. */
export async function showPreview(c: ConsoleContext, sections: Sections) {
  const { deps, campaign } = c.var;
  const working = await readWorking(deps.db, campaign.id, sections);
  if (!working) return refuse(c, 'not-found');
  return answerPreview(c as unknown as Context<AppEnv>, working.json, {
    sections,
    base: consolePath(campaign, '/write/see'),
    back: consolePath(campaign, '/write'),
    shell: consoleShell(c),
  });
}

/** `base`: the address of all previews of this draft. */
type Shown = { sections: Sections; base: string; back: string; shell: Shell };

/** The page of the draft that the address names as `page`. */
export async function answerPreview(
  c: Context<AppEnv>,
  json: Json,
  { sections, base, back, shell }: Shown,
): Promise<Response> {
  const { deps, appOver, now } = c.var;
  const languages = languagesOf(partOf(json));
  const language = spokenBy(languages, asLanguage(c.req.query('in')) ?? c.var.language);
  const linkTo = (to: string) => previewPath(base, to, language);
  const shown = await previewPage(deps, json, {
    ...{ appOver, env: c.env, sections, now, language, linkTo },
    path: c.req.query('page') ?? null,
    banner: (pages, here) =>
      String(<PreviewBanner {...{ language, languages, pages, here, linkTo, back }} />),
  });
  if (shown.ok) return c.html(raw(shown.value));
  if (shown.error.reason === 'no-page') return refuse(c, 'not-found');
  const words = kitWords(json, await pagesOf(sections), shell.language);
  const problems = shown.error.problems.slice(0, 50).map(({ path: at, message }) => {
    return { where: placeWords(at, words), words: problemWords(message, shell.language) };
  });
  return c.html(<PreviewProblemsPage shell={shell} back={back} problems={problems} />, 422);
}

function spokenBy(languages: readonly Language[], asked: Language): Language {
  return languages.includes(asked) ? asked : (languages[0] ?? asked);
}

/** An address with a second `?` in it would not be taken as it is. */
function previewPath(base: string, to: string, language: Language): string {
  const { pathname, searchParams, hash } = new URL(to, 'http://any.example');
  const spoken = asLanguage(searchParams.get('lang') ?? '') ?? language;
  return `${base}?${new URLSearchParams({ page: pathname, in: spoken })}${hash}`;
}
