import type { Language } from '../../web/language.ts';
import { isGroup, type Json } from '../kits/json-rules.ts';
import { tryStatements } from '../kits/open.ts';
import { parseKit, type Sections } from '../kits/parse.ts';
import type { KitProblem } from '../kits/problems.ts';
import { newId } from '../platform/crypto/ids.ts';
import { dbBetween } from '../platform/db-between.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { asPreview, type DraftPageLink, isOfKit, pagesIn, underOwnNames } from './preview-rules.ts';

export type PreviewRefusal = { reason: 'problems'; problems: KitProblem[] } | { reason: 'no-page' };

type Previewing = {
  appOver: AppEnv['Variables']['appOver'];
  env: AppEnv['Bindings'];
  sections: Sections;
  now: Date;
  /** Such as `/petitions/library`; null for the page of the campaign. */
  path: string | null;
  language: Language;
  /** What stands above the page, as HTML. */
  banner: (pages: readonly DraftPageLink[], here: string) => string;
  linkTo: (path: string) => string;
};

/**
 * A page of a draft by the routes of the public pages. They read a database in which the kit has been opened under names
 * of its own, in a transaction that takes it back.
 */
export async function previewPage(
  deps: Deps,
  json: Json,
  { appOver, env, sections, now, path, language, banner, linkTo }: Previewing,
): Promise<Result<string, PreviewRefusal>> {
  const checked = parseKit(json, sections);
  if (!checked.ok || !isGroup(json)) {
    return err({ reason: 'problems', problems: checked.ok ? [] : checked.error });
  }
  const pages = pagesIn(json);
  const here = path ?? pages[0]?.path ?? '';
  if (!isOfKit(here, pages)) return err({ reason: 'no-page' });
  const { json: renamed, names } = underOwnNames(json, newId(now).toLowerCase());
  const kit = parseKit(renamed, sections);
  if (!kit.ok) return err({ reason: 'problems', problems: kit.error });
  let why: unknown = null;
  const failed = (error: unknown) => {
    why = error;
  };
  const statements = tryStatements(deps.db, kit.value, { sections, now });
  const app = appOver(readingOnly(deps, dbBetween(deps.db, { ...statements, failed })));
  const asked = [...names].reduce((at, [name, slug]) => renamedPath(at, slug, name), here);
  const address = new URL(`${asked}?lang=${language}`, deps.settings.publicUrl);
  const answer = await app.fetch(new Request(address), env);
  if (why) return err({ reason: 'problems', problems: [problemOf(why)] });
  const isPage = answer.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || answer.status === 404) return err({ reason: 'no-page' });
  const html = await answer.text();
  return ok(asPreview(html, { names, pages, banner: banner(pages, here), linkTo }));
}

/** What the database refuses is a problem of the kit; anything else is an outage. */
function problemOf(why: unknown): KitProblem {
  const said = why instanceof Error ? why.message : String(why);
  if (!said.includes('SQLITE_CONSTRAINT')) throw why;
  return { path: 'the whole file', message: `cannot be stored as it is. The database says: ${said}` };
}

/** `/petitions/SLUG` and what is below it. */
function renamedPath(path: string, slug: string, name: string): string {
  const [, kind, own = '', rest = ''] = /^\/(campaigns|petitions|surveys)\/([^/]+)(.*)$/.exec(path) ?? [];
  return kind && own === slug ? `/${kind}/${name}${rest}` : path;
}

/** Caches would keep what nobody else may see. */
function readingOnly(deps: Deps, db: D1Database): Deps {
  return {
    ...deps,
    db,
    rate: null,
    settings: { ...deps.settings, rememberFor: 0, turnstile: null },
    async commit() {
      throw new Error('a preview stores nothing');
    },
    async wake() {},
    async wakeOutbox() {},
  };
}
