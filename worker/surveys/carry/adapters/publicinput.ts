import * as z from 'zod';
import { adapter } from './adapter.ts';
import { hostsOf } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

const number = z.int().min(1);

/** It has no documented way to prefill by address; `embed` is the survey without the page around it. */
export const publicInput = adapter({
  id: 'publicinput',
  label: 'PublicInput',
  capability: 'copy',
  config: copyConfig(hostsOf('publicinput.com'), ' at publicinput.com').extend({
    embed: z.strictObject({ project: number, embed: number }).optional(),
  }),
  build: (input) => sheetFor(input),
  embedUrl({ embed }) {
    if (!embed) return null;
    const url = new URL('https://publicinput.com/display/');
    url.searchParams.set('projId', String(embed.project));
    url.searchParams.set('embedId', String(embed.embed));
    url.searchParams.set('compact', 'true');
    return url.href;
  },
});
