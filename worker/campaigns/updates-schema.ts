import * as z from 'zod';
import { date, slug, text } from '../kits/atoms.ts';

/** What has happened, told by the organizers, for readers and for feeds. */
export const updates = z
  .array(
    z.strictObject({
      slug: slug.describe('Stays: feeds know an update by it'),
      on: date.describe('From this day on it is shown'),
      title: text(120),
      text: text(3000).describe('Markdown'),
    }),
  )
  .max(200)
  .default([]);
