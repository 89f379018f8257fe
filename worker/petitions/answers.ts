import type { Language, PageContext } from '../platform/app-env.ts';
import { hex } from '../platform/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { makeFormToken } from '../platform/form-token.ts';
import { pauseOf } from '../platform/switches.ts';
import { type Answer, recentAnswer, recentStanding } from './memory.ts';
import { publicPetition } from './public.ts';
import type { Scene } from './scene.ts';
import { askedOf, petitionPage, type Shown } from './view.tsx';

/** A page may be a few seconds old; where we are down, an old one is better than none. */
const publicCaching = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

/** Says how long and under which tag the answer holds; whether the reader has it already. */
export function isKnown(c: PageContext, { etag }: Answer): boolean {
  c.header('cache-control', publicCaching);
  c.header('etag', etag);
  return (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).includes(etag);
}

/** Stands in a remembered page where each reader's own token goes. */
const tokenMark = 'form-token-of-this-reader';

/** A page as the isolate remembers it under the key, with a form token of this reader's own. */
export async function rememberedPage(
  { deps, now }: Pick<PageContext['var'], 'deps' | 'now'>,
  { key, slug }: { key: string; slug: string },
  write: (formToken: string) => Promise<string>,
): Promise<Answer> {
  const page = await recentAnswer(deps, key, now, async () => tagged(deps, await write(tokenMark)));
  const token = await makeFormToken(deps.keyring, slug, now);
  return { ...page, text: page.text.replace(tokenMark, token) };
}

/** The petition's page for one reader, from what the isolate remembers. */
export async function freshPage(c: PageContext, scene: Scene): Promise<Answer> {
  const { deps, now } = c.var;
  const { slug } = scene.petition;
  const asked = askedOf(c, scene);
  const pause = pauseOf(c.var.switches);
  const key = ['page', slug, asked.language, asked.chosen, asked.source, pause].join(' ');
  return rememberedPage(c.var, { key, slug }, async (formToken) => {
    const standing = await recentStanding(deps, scene.petition.id, now);
    const shown = { formToken, pause };
    return String(petitionPage(scene, standing, asked, { settings: deps.settings, now, shown }));
  });
}

/** The page with what a reader's form met: it comes back, or there is none any more. */
export async function returnedPage(
  c: PageContext,
  scene: Scene,
  shown: Omit<Shown, 'formToken' | 'pause'>,
): Promise<string> {
  const { deps, now } = c.var;
  const standing = await recentStanding(deps, scene.petition.id, now);
  const formToken = await makeFormToken(deps.keyring, scene.petition.slug, now);
  const pause = pauseOf(c.var.switches);
  const options = { settings: deps.settings, now, shown: { ...shown, formToken, pause } };
  return String(petitionPage(scene, standing, askedOf(c, scene), options));
}

/** The public JSON, its counts and its `as_of` of one moment. */
export function publicJson(
  deps: Deps,
  scene: Scene,
  { now, language }: { now: Date; language: Language },
): Promise<Answer> {
  const { id, slug } = scene.petition;
  return rememberedJson(deps, ['json', slug, language].join(' '), now, async () => {
    const { asOf, ...standing } = await recentStanding(deps, id, now);
    return publicPetition(scene, standing, { now: asOf, language });
  });
}

export function rememberedJson(
  deps: Deps,
  key: string,
  now: Date,
  write: () => Promise<object>,
): Promise<Answer> {
  return recentAnswer(deps, key, now, async () => tagged(deps, JSON.stringify(await write())));
}

async function tagged({ keyring }: Deps, text: string): Promise<Answer> {
  return { text, etag: `W/"${hex(await keyring.fingerprint('etag', text))}"` };
}
