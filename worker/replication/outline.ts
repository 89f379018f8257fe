import type { Outline } from './map-rules.ts';

/** The outline of a state by its postal code; the build draws them as assets. Null where there is none. */
export async function readOutline(assets: Fetcher | undefined, state: string): Promise<Outline | null> {
  const answer = await assets?.fetch(`http://assets/states/${state}.json`);
  return answer?.ok ? answer.json() : null;
}
