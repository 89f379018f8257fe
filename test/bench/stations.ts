import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Bundles } from './build.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { petition } from './people.ts';
import { startServer } from './server.ts';
import type { Station } from './station.ts';
import { copyTemplate } from './template.ts';
import { createProgress, thousands } from './words.ts';

export type Manned = { station: Station; crowd: Crowd };

/** One runtime for each size, so that sizes can be measured right after each other. An idle runtime costs nothing. */
export async function openStations(
  { bundles, template, keyring, dir }: { bundles: Bundles; template: string; keyring: Keyring; dir: string },
  sizes: number[],
): Promise<Manned[]> {
  const manned: Manned[] = [];
  for (const stored of sizes) {
    const stateDir = join(dir, `stored-${stored}`);
    mkdirSync(stateDir, { recursive: true });
    const startedAt = Date.now();
    const progress = createProgress();
    copyTemplate(template, stateDir, stored, progress.say);
    progress.end();
    if (stored > 0) {
      console.log(
        `Stored ${thousands(stored)} signatures in ${Math.round((Date.now() - startedAt) / 1000)} s.`,
      );
    }
    const server = await startServer({ bundles, stateDir, mail: false });
    const actionId = await server.db
      .prepare('SELECT id FROM actions WHERE slug = ?')
      .bind(petition)
      .first<number>('id');
    if (actionId !== 1) throw new Error('the loader and the floors know the petition as number 1');
    manned.push({
      station: { stored, server, actionId },
      crowd: createCrowd(keyring, actionId, String(stored)),
    });
  }
  return manned;
}
