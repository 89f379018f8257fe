import { err, ok, type Result } from '../../platform/result.ts';

/** What was done at the door. `at` is when, by the clock of the phone on which it was done. */
export type DoorStep =
  | { what: 'in' | 'out'; code: string; at: number }
  /** How many that phone has counted so far. It alone changes this number, so sending it again adds nothing. */
  | { what: 'walk-ins'; device: string; n: number; at: number };

/** How a code stands. */
export type DoorCode = { code: string; isIn: boolean; decidedAt: number };

export type WalkIns = { device: string; n: number; decidedAt: number };

export const mostSteps = 500;
/** So many codes a page lists. The field takes all others. */
export const mostListed = 400;

/** As somebody reads it out or types it: small letters, with a space or a dash in it. */
export function codeOf(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return /^[2-9B-DF-HJ-NP-TV-XZ]{7}$/.test(code) ? code : null;
}

/** In two groups, which are easier to read out. */
export function shownCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** A line for each step, as a phone keeps them: `in CODE TIME`, `out CODE TIME` or `walk-ins DEVICE NUMBER TIME`. */
export function parseSteps(lines: string, now: Date): Result<DoorStep[], 'wrong' | 'too-many'> {
  const texts = lines.split('\n').filter((line) => line.trim() !== '');
  if (texts.length > mostSteps) return err('too-many');
  const steps = texts.map((text) => stepOf(text.trim(), now));
  return steps.every((step) => step !== null) ? ok(steps) : err('wrong');
}

function stepOf(text: string, now: Date): DoorStep | null {
  const [, what, name = '', n = '0', time = ''] =
    /^(in|out|walk-ins) ([0-9A-Za-z]{7,32})(?: (\d{1,3}))? (\d{12,14})$/.exec(text) ?? [];
  // A phone whose clock is ahead must not outvote what others decide after it.
  const at = Math.min(Number(time), now.getTime());
  if (what === 'walk-ins') return { what, device: name, n: Number(n), at };
  const code = codeOf(name);
  return (what === 'in' || what === 'out') && code !== null ? { what, code, at } : null;
}

/**
 * The steps that change something: of each code and each phone the last one, if it was made after what is stored. So the
 * order in which phones send does not matter, and neither does how often they do.
 */
export function stepsToTake(
  steps: readonly DoorStep[],
  { codes, walkIns }: { codes: readonly DoorCode[]; walkIns: readonly WalkIns[] },
): { decided: DoorStep[]; unknown: string[] } {
  const last = new Map<string, DoorStep>();
  for (const step of steps) {
    const name = step.what === 'walk-ins' ? `phone ${step.device}` : step.code;
    const held = last.get(name);
    if (!held || isAfter(step, held)) last.set(name, step);
  }
  const known = new Map(codes.map((one) => [one.code, one]));
  const phones = new Map(walkIns.map((one) => [one.device, one]));
  const unknown = [...last.keys()].filter((name) => !name.startsWith('phone ') && !known.has(name));
  const decided = [...last.values()].filter((step) => {
    if (step.what !== 'walk-ins') return step.at > (known.get(step.code)?.decidedAt ?? Infinity);
    return step.at > (phones.get(step.device)?.decidedAt ?? 0);
  });
  return { decided, unknown };
}

/** At the same moment "in" wins. */
function isAfter(step: DoorStep, held: DoorStep): boolean {
  return step.at > held.at || (step.at === held.at && step.what === 'in');
}
