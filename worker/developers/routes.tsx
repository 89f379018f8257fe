import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { shellOf } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { ApiDocument } from '../platform/http/openapi.ts';
import { DevelopersPage } from './pages/developers-page.tsx';
import { referenceOf } from './reference.ts';

/** The page for developers: the API reference, made from the same document as /openapi.json. */
export function developerRoutes({ documentAt }: { documentAt: (publicUrl: string) => ApiDocument }) {
  const routes = new Hono<AppEnv>();

  routes.use('/openapi.json', cors({ origin: '*', allowMethods: ['GET'] }));
  routes.get('/openapi.json', (c) => c.json(documentAt(c.var.deps.settings.publicUrl)));

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
