/**
 * A sample of the lines on paper that somebody compared with a list, such as the register of voters, and what states
 * conclude from such samples. `pairs` is how many people were found twice in the sample.
 */
export const checkMethods = ['california', 'washington', 'oregon'] as const;
export type CheckMethod = (typeof checkMethods)[number];
export type PaperSample = { sampled: number; valid: number; pairs: number };
export type PaperCheck = {
  method: CheckMethod;
  /** Who compared the lines. */
  by: 'clerk' | 'campaign';
  /** All lines that were handed in. */
  lines: number;
  /** How many valid lines the petition needs; 0 if that was not asked. */
  required: number;
  first: PaperSample;
  /** Oregon rejects no petition before a second, larger sample. */
  second: PaperSample | null;
};

/** Whole lines. `low` and `high` are an ordinary 95% range. */
export type Projection = { estimate: number; low: number; high: number };
export type CheckVerdict = 'enough' | 'every-line' | 'second-sample' | 'too-few';
export type CheckResult = Projection & { verdict: CheckVerdict | null };

export function resultOfCheck(check: PaperCheck): CheckResult {
  const { method, lines, first, second } = check;
  const sample = second ?? first;
  const projected = projectionOf(lines, sample);
  const estimate = method === 'california' ? californiaEstimate(lines, sample) : projected.estimate;
  const range = {
    estimate,
    low: Math.min(projected.low, estimate),
    high: Math.max(projected.high, estimate),
  };
  return { ...range, verdict: check.required > 0 ? verdictOf(check) : null };
}

/**
 * 2 CCR 20531, 20532 and the example in 20540: the share of valid lines and the value of a line have four decimals, and
 * both products are rounded up.
 */
export function californiaEstimate(lines: number, { sampled, valid, pairs }: PaperSample): number {
  const share = Math.round((valid / sampled) * 10_000);
  const uncorrected = Math.ceil((lines * share) / 10_000);
  const value = Math.round((lines / sampled) * 10_000);
  const weight = Math.round((value * (value - 10_000)) / 10_000);
  return Math.max(0, uncorrected - Math.ceil((weight * pairs) / 10_000));
}

/**
 * Goodman's estimate, which is right on average: each valid line of the sample stands for lines / sampled, and each pair
 * that was found for N(N - 1) / n(n - 1) pairs. The range is 1.96 standard errors.
 */
export function projectionOf(lines: number, { sampled, valid, pairs }: PaperSample): Projection {
  const share = valid / sampled;
  const weight = sampled > 1 ? (lines * (lines - 1)) / (sampled * (sampled - 1)) : 0;
  const estimate = lines * share - weight * pairs;
  const ofShare = ((lines ** 2 * share * (1 - share)) / sampled) * (1 - sampled / lines);
  const spread = 1.96 * Math.sqrt(ofShare + (lines > sampled ? weight ** 2 * pairs : 0));
  const inside = (n: number) => Math.min(lines, Math.max(0, n));
  return {
    estimate: Math.round(inside(estimate)),
    low: Math.floor(inside(estimate - spread)),
    high: Math.ceil(inside(estimate + spread)),
  };
}

function verdictOf({ method, lines, required, first, second }: PaperCheck): CheckVerdict | null {
  if (method === 'california') return null;
  if (method === 'washington') {
    return first.pairs <= washingtonPairs(lines, required, first) ? 'enough' : 'every-line';
  }
  if (projectionOf(lines, first).estimate >= required) return 'enough';
  if (!second) return 'second-sample';
  return projectionOf(lines, second).estimate >= required ? 'enough' : 'too-few';
}

/** WAC 434-379-010: how many pairs the sample may hold; -1 if not even none is enough. */
export function washingtonPairs(lines: number, required: number, { sampled, valid }: PaperSample): number {
  const invalid = sampled - valid;
  const ratio = sampled / lines;
  const mostInvalid = (invalid + 1.5 * Math.sqrt(invalid)) / ratio;
  const expected = ratio ** 2 * (lines - required - mostInvalid);
  return expected < 0 ? -1 : expected - 1.65 * Math.sqrt(expected);
}

export type CheckField = 'lines' | 'required' | `${'first' | 'second'}_${keyof PaperSample}`;
export type CheckError = 'number' | 'too-many' | 'needed' | 'too-small' | 'larger';

const mostLines = 10_000_000;

/** What was typed; an empty text is no number. */
export function parseCheck(
  typed: Record<string, string>,
): { check: PaperCheck } | { errors: Map<CheckField, CheckError> } {
  const errors = new Map<CheckField, CheckError>();
  const method = checkMethods.find((one) => one === typed.method) ?? 'california';
  const read = (field: CheckField, isNeeded = true): number => {
    const text = (typed[field] ?? '').replace(/[\s,.]/g, '');
    if (text === '' && !isNeeded) return 0;
    if (!/^\d{1,8}$/.test(text) || Number(text) > mostLines) errors.set(field, 'number');
    return Number(text);
  };
  const sampleOf = (name: 'first' | 'second'): PaperSample => {
    const sample = {
      sampled: read(`${name}_sampled`),
      valid: read(`${name}_valid`),
      pairs: read(`${name}_pairs`),
    };
    const wrong = (field: keyof PaperSample, error: CheckError) => {
      const key = `${name}_${field}` as const;
      if (!errors.has(key)) errors.set(key, error);
    };
    if (sample.sampled < 1) wrong('sampled', 'number');
    if (sample.sampled > lines) wrong('sampled', 'too-many');
    if (sample.valid > sample.sampled) wrong('valid', 'too-many');
    if (sample.pairs * 2 > sample.sampled) wrong('pairs', 'too-many');
    return sample;
  };
  const lines = read('lines');
  if (lines < 1) errors.set('lines', 'number');
  const required = read('required', false);
  if (method !== 'california' && required === 0) errors.set('required', 'needed');
  const first = sampleOf('first');
  const hasSecond =
    method === 'oregon' && ['sampled', 'valid', 'pairs'].some((name) => typed[`second_${name}`]?.trim());
  const second = hasSecond ? sampleOf('second') : null;
  if (method === 'washington' && first.sampled < lines * 0.03) errors.set('first_sampled', 'too-small');
  if (second && second.sampled <= first.sampled && !errors.has('second_sampled')) {
    errors.set('second_sampled', 'larger');
  }
  if (errors.size > 0) return { errors };
  return {
    check: { method, by: typed.by === 'clerk' ? 'clerk' : 'campaign', lines, required, first, second },
  };
}

/** As rows of the account of paper, so that a week keeps the check that stood at its end. */
export function countsOfCheck(check: PaperCheck | null): Record<string, number> {
  if (!check) return {};
  const { method, by, lines, required, first, second } = check;
  const ofSample = (name: string, { sampled, valid, pairs }: PaperSample) => ({
    [`check ${name} sampled`]: sampled,
    [`check ${name} valid`]: valid,
    [`check ${name} pairs`]: pairs,
  });
  return {
    [`check by ${by}`]: 1,
    [`check ${method}`]: 1,
    'check lines': lines,
    'check required': required,
    ...ofSample('first', first),
    ...(second && ofSample('second', second)),
  };
}

export function checkOfCounts(counts: Record<string, number>): PaperCheck | null {
  const of = (key: string) => counts[`check ${key}`] ?? 0;
  const method = checkMethods.find((one) => of(one) > 0);
  if (!method) return null;
  const sampleOf = (name: string) => ({
    sampled: of(`${name} sampled`),
    valid: of(`${name} valid`),
    pairs: of(`${name} pairs`),
  });
  return {
    method,
    by: of('by clerk') > 0 ? 'clerk' : 'campaign',
    lines: of('lines'),
    required: of('required'),
    first: sampleOf('first'),
    second: of('second sampled') > 0 ? sampleOf('second') : null,
  };
}
