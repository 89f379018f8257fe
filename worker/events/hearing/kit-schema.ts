import * as z from 'zod';
import { line, text, url } from '../../kits/atoms.ts';
import { localTime } from '../kit-atoms.ts';

export const comment = z.strictObject({
  minutes: z.int().min(1).max(30).describe('For each speaker'),
  register_by: localTime.optional().describe('Until when people register; until it begins where missing'),
  url: url.max(500).optional(),
  phone: line(40).optional(),
  place: text(200).optional(),
});

type KitComment = z.output<typeof comment>;

/** As the database stores it; `at` is the instant of a time on the city's clock. */
export function commentOfKit(one: KitComment, at: (local: string) => number) {
  const { minutes, register_by, url, phone, place } = one;
  return {
    minutes,
    registerBy: register_by === undefined ? null : at(register_by),
    url: url ?? null,
    phone: phone ?? null,
    place: place ?? null,
  };
}
