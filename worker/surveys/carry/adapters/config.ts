import * as z from 'zod';
import { line, paragraphs } from '../../../kits/atoms.ts';

const bilingual = paragraphs(500);
/** The id of one of our questions, options or lines. */
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be an id of this survey');

/** An option's id, a number of a scale or a district's code. */
const key = z.string().regex(/^[A-Za-z0-9.-]{1,40}$/, 'must be an id of an option, a number or a district');

/** Our options in the tool's words or codes. */
export const optionsAs = (written: z.ZodType<string>) => z.record(key, written);

/** One of our questions in a tool that takes answers from its address. `name` is the field's name there. */
export function fieldShape(name: z.ZodType<string>) {
  return {
    text: bilingual.optional(),
    options: optionsAs(line(300)).optional(),
    parts: z.record(id, name).optional(),
  };
}

export const fieldsOf = <Shape extends z.ZodType>(field: Shape) => z.record(id, field);

/**
 * The questions of a tool that takes nothing from its address, in its order. If a text is missing, the copy sheet uses
 * our wording.
 */
export const askedQuestions = z
  .array(
    z.strictObject({
      question: id,
      text: bilingual.optional(),
      options: z.record(key, bilingual).optional(),
    }),
  )
  .max(200);

/** An https address at one of the hosts, without a port, a name or a fragment. */
export function httpsAt(host: RegExp, where: string) {
  const message = `must be an https address${where}`;
  return z
    .url({ protocol: /^https$/, hostname: host, error: message })
    .max(300)
    .refine((text) => {
      const { username, password, port, hash } = URL.parse(text) ?? { username: '?' };
      return !username && !password && !port && !hash;
    }, message);
}

/** The installation's own domain. */
export const anyHost = z.regexes.domain;

/** The vendor's domain and its subdomains. */
export function hostsOf(domain: string): RegExp {
  return new RegExp(`^([a-z0-9-]+\\.)*${domain.replaceAll('.', '\\.')}$`);
}
