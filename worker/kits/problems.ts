import * as z from 'zod';

/** `path` is where in the file, such as `petitions[0].text.es`. */
export type KitProblem = { path: string; message: string };

export type Named = { slug?: string | undefined };

/** Of a file that may be broken, only what refers and is referred to, and that as far as it is sound. */
export const name = z.string().optional().catch(undefined);
export const count = z.number().optional().catch(undefined);
export const list = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.union([z.object(shape), z.unknown().transform(() => null)])).catch([]);
/** Of a short link. */
export const linkSkeleton = { code: name, source: name };
export const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullable().catch(null);

/** Undefined where the list itself is broken: then nothing can be said of what refers to it. */
export type Codes = (string | undefined)[] | undefined;

export const aDistrict = 'a district of this city';
export const aSource = 'a source of this campaign';

export function unlessIn(known: Codes, code: string | undefined, path: string, what: string): KitProblem[] {
  return problemIf(code !== undefined && known?.includes(code) === false, path, `is not ${what}`);
}

/** ISO dates sort as text. */
export function unlessInOrder(
  first: string | undefined,
  last: string | undefined,
  path: string,
  before: string,
) {
  return problemIf(first !== undefined && last !== undefined && last < first, path, `is before ${before}`);
}

export function repeatedSlugs(path: string, named: (Named | null)[]): KitProblem[] {
  const slugs = named.map((one) => one?.slug);
  return repeated(path, 'slug', slugs);
}

export function repeated(path: string, key: string, names: (string | undefined)[]): KitProblem[] {
  return names.flatMap((name, i) =>
    problemIf(name !== undefined && names.indexOf(name) < i, `${path}[${i}].${key}`, `${name} is used twice`),
  );
}

export function problemIf(wrong: boolean, path: string, message: string): KitProblem[] {
  return wrong ? [{ path, message }] : [];
}
