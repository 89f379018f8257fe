import { Hono } from 'hono';
import type { AppEnv } from '../platform/http/app-env.ts';
import { privatePage } from '../platform/http/security.ts';
import type { PartnerPageSection } from './partner-page-section.ts';

/** The pages behind a partner's link. They are evaluated when one of them is first asked for. */
export function partnerRoutes(sections: () => Promise<readonly PartnerPageSection[]>) {
  const routes = new Hono<AppEnv>();
  routes.use('/partners/*', privatePage);
  routes.get('/partners/:file', async (c) => {
    const { sendPartnerFile } = await import('./partner-files.tsx');
    return sendPartnerFile(c, c.req.param('file'), await sections());
  });
  return routes;
}
