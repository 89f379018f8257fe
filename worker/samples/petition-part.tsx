import * as z from 'zod';
import { linkFrom } from '../../web/shell.ts';
import type { ActionPart } from '../actions/action-part.ts';
import { hasSamplesQuery } from '../statements/log-store.ts';
import { linkCopy } from './pages/link-copy.ts';

/** On a petition's page, a link to its samples where there are any. */
export const samplesPart: ActionPart<boolean> = {
  query: hasSamplesQuery,
  page(hasSamples, { shell, context }) {
    if (!hasSamples) return null;
    const { action } = context;
    return {
      section: (
        <p>
          <a href={linkFrom({ ...shell, frame: null }, `/samples/${action.slug}`)}>
            {linkCopy[shell.language].link}
          </a>
        </p>
      ),
      steps: [],
    };
  },
  json: {
    shape: {
      samples: z.string().nullable().describe('The path of its samples as JSON; null if none was announced'),
    },
    of: (hasSamples, { context }) => ({ samples: hasSamples ? samplesJsonPath(context.action.slug) : null }),
  },
};

function samplesJsonPath(slug: string): string {
  return `/api/v1/actions/${slug}/samples`;
}
