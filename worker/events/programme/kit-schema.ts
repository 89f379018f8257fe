import * as z from 'zod';
import { slug, text } from '../../kits/atoms.ts';
import { languageCode, localTime } from '../kit-atoms.ts';

export const session = z.strictObject({
  slug,
  title: text(120),
  starts: localTime,
  ends: localTime.describe('Within one of the times of the event'),
  room: text(120).optional(),
  speakers: z.array(text(120)).max(20).default([]).describe('Offices and organizations, not people'),
  languages: z.array(languageCode).max(20).default([]).describe('Spoken there, as codes such as en'),
  interpretation: text(300).optional(),
  seats: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('How many fit into the room. Nobody signs up for a session: first come, first seated'),
  accessibility: text(300).optional(),
});

export type KitSession = z.output<typeof session>;
