import { Hono } from 'hono';
import { DevelopersPage } from '../../web/pages/developers/developers-page.tsx';
import { shellOf } from '../campaigns/view.ts';
import type { AppEnv } from '../platform/app-env.ts';
import { type ApiDocument, referenceOf } from './reference.ts';

/** For who writes programs: the reference, made of the very document that /openapi.json is. */
export function developerRoutes({ documentAt }: { documentAt: (publicUrl: string) => ApiDocument }) {
  const routes = new Hono<AppEnv>();

  routes.get('/developers', (c) => {
    const { settings } = c.var.deps;
    return c.html(
      <DevelopersPage
        shell={shellOf(c, null)}
        site={settings.publicUrl}
        reference={referenceOf(documentAt(settings.publicUrl))}
        keyADay={settings.partnerSignaturesADay}
      />,
    );
  });

  return routes;
}
