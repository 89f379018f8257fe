import * as z from 'zod';

/** `path` is where in the file, such as `petitions[0].text.es`. */
export type KitProblem = { path: string; message: string };

/** The references and their targets of a file that may be broken, as far as possible. */
export const name = z.string().optional().catch(undefined);
export const count = z.number().optional().catch(undefined);
export const list = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.union([z.object(shape), z.unknown().transform(() => null)])).catch([]);
export const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullable().catch(null);

/** ISO dates sort as text. */
export function unlessInOrder(
  first: string | undefined,
  last: string | undefined,
  path: string,
  before: string,
) {
  return problemIf(first !== undefined && last !== undefined && last < first, path, `is before ${before}`);
}

export function repeatedSlugs(path: string, named: ({ slug?: string | undefined } | null)[]): KitProblem[] {
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
