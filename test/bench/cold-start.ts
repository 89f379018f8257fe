import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { petition } from './people.ts';
import { cpuTime } from './processes.ts';
import { type Figure, figureOf } from './report.ts';
import type { Ground } from './run-figures.ts';
import { startServer } from './server.ts';
import { median } from './words.ts';

const starts = 3;

/**
 * The processor time of a runtime from its start to its first petition page, next to one that only says hello. Both
 * include the runtime itself, so the difference is what loading the Worker, the first reads and the first page cost.
 */
export async function coldStartFigures(ground: Ground): Promise<Figure[]> {
  const page: number[] = [];
  const hello: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    hello.push(await firstAnswer(ground, 'floor', '/hello'));
    page.push(await firstAnswer(ground, 'undersigned', `/petitions/${petition}`));
  }
  return [
    figureOf('cold-start, first petition page', 'ms of processor time', { values: page, floors: hello }),
    figureOf('cold-start, more than hello', 'ms of processor time', {
      values: [median(page) - median(hello)],
    }),
  ];
}

async function firstAnswer({ bundles, template, dir }: Ground, only: 'undersigned' | 'floor', path: string) {
  const stateDir = join(dir, 'cold');
  cpSync(template, stateDir, { recursive: true, force: true });
  const server = await startServer({ bundles, stateDir, mail: false, only });
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the first request was answered by ${answer.status}`);
    return cpuTime(server.pid);
  } finally {
    await server.stop();
  }
}
