import type { Language, PageContext } from '../platform/app-env.ts';
import { hex } from '../platform/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { makeFormToken } from '../platform/form-token.ts';
import { pauseOf } from '../platform/switches.ts';
import { type Answer, recentAnswer, recentStanding } from './memory.ts';
import { publicPetition } from './public.ts';
import type { Scene } from './scene.ts';
import { askedOf, petitionPage, type Shown } from './view.tsx';

/** Stands in a remembered page where each reader's own token goes. */
const tokenMark = 'form-token-of-this-reader';

/** The petition's page for one reader, from what the isolate remembers. */
export async function freshPage(c: PageContext, scene: Scene): Promise<Answer> {
  const { deps, now } = c.var;
  const { slug } = scene.petition;
  const asked = askedOf(c, scene);
  const pause = pauseOf(c.var.switches);
  const key = ['page', slug, asked.language, asked.chosen, asked.source, pause].join(' ');
  const page = await recentAnswer(deps, key, now, async () => {
    const standing = await recentStanding(deps, scene.petition.id, now);
    const shown = { formToken: tokenMark, pause };
    return tagged(
      deps,
      String(petitionPage(scene, standing, asked, { settings: deps.settings, now, shown })),
    );
  });
  const token = await makeFormToken(deps.keyring, slug, now);
  return { ...page, text: page.text.replace(tokenMark, token) };
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
  return recentAnswer(deps, ['json', slug, language].join(' '), now, async () => {
    const { asOf, ...standing } = await recentStanding(deps, id, now);
    return tagged(deps, JSON.stringify(publicPetition(scene, standing, { now: asOf, language })));
  });
}

async function tagged({ keyring }: Deps, text: string): Promise<Answer> {
  return { text, etag: `W/"${hex(await keyring.fingerprint('etag', text))}"` };
}
