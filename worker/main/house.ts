import type { CountedHook, CountedHooks } from '../actions/counted-hooks.ts';
import { type ApiDocument, type ApiPath, withSecurity } from '../platform/http/openapi.ts';
import { type Mail, mailKindOf } from '../platform/mail/mail.ts';
import { listQuery, mapQuery } from '../platform/query.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { type Feature, type House, type ScheduledWork, stages } from './feature.ts';

/** Puts the features together. Everything that spans features is made here, from their contracts alone. */
export function createHouse(features: readonly Feature[]): House {
  const actionKinds = features.flatMap(({ actionKind }) => actionKind ?? []);
  const newsSources = features.flatMap(({ news }) => news ?? []);
  const statementParts = features.flatMap(({ statementPart }) => statementPart ?? []);
  const hooks = hooksOf(features);
  const house: House = {
    features,
    scheduled: scheduledOf(features),
    hooks,
    writes: features.flatMap(({ writes }) => writes?.(hooks) ?? []),
    consoleSections: () =>
      Promise.all(
        features.flatMap(({ name, console }) =>
          console ? [console(house).then((section) => ({ name, section }))] : [],
        ),
      ),
    renderMails: (deps, now) => async (entries) => {
      const rendered = await Promise.all(
        mailsOf(features).flatMap((mails) => {
          const own = entries.filter(isOneOf(mails.kinds));
          return own.length > 0 ? mails.render(deps, own, { now, house }) : [];
        }),
      );
      return new Map<string, Mail | null>(rendered.flatMap((mails) => [...mails]));
    },
    async mailBounced(deps, mail, now) {
      for (const mails of mailsOf(features)) {
        if (isOneOf(mails.kinds)(mail)) await mails.bounced?.(deps, mail.ref, now);
      }
    },
    moderated: features.flatMap(({ moderated = [] }) => moderated),
    recounts: features.flatMap(({ recount }) => recount ?? []),
    actionKinds,
    actionParts: features.flatMap(({ actionPage }) => actionPage ?? []),
    newsSources,
    campaignBlocks: features.flatMap(({ campaignPage = [] }) =>
      typeof campaignPage === 'function' ? campaignPage(actionKinds, newsSources) : campaignPage,
    ),
    supporterSections: features.flatMap(({ supporterPage }) => supporterPage ?? []),
    partnerPageSections: () =>
      Promise.all(features.flatMap(({ partnerPage }) => partnerPage?.(actionKinds) ?? [])),
    // Features first and the platform last, the reverse of the list.
    privacySections: () => Promise.all(features.flatMap(({ privacy }) => privacy?.() ?? []).toReversed()),
    digestClosings: features.flatMap(({ digestClosing = [] }) =>
      typeof digestClosing === 'function' ? digestClosing(statementParts) : digestClosing,
    ),
    digestSections: () => Promise.all(features.flatMap(({ digest }) => digest?.() ?? [])),
    apiDocument: (publicUrl) => apiDocument(house, publicUrl),
    kitSections: () => Promise.all(features.flatMap(({ kit }) => kit?.() ?? [])),
    sharedPages: (db, campaign) =>
      mapQuery(
        listQuery(features.flatMap(({ sharedPages }) => sharedPages?.(db, campaign) ?? [])),
        (pages) => (shown) => pages.flatMap((of) => of(shown)),
      ),
    publicPages: (db) =>
      mapQuery(listQuery(features.flatMap(({ publicPages }) => publicPages?.(db) ?? [])), (pages) =>
        pages.flat(),
      ),
  };
  return house;
}

function scheduledOf(features: readonly Feature[]): House['scheduled'] {
  const whenErased = erasedHookOf(features);
  return features
    .flatMap(({ scheduled = [], retention = [] }) => [
      ...scheduled,
      ...retention.map(({ name, run }): ScheduledWork => {
        return { name, stage: 'settle', run: (deps, now) => run(deps, now, { whenErased }) };
      }),
    ])
    .toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

function hooksOf(features: readonly Feature[]): House['hooks'] {
  const whenCounted = joinHooks(features.flatMap(({ whenCounted }) => whenCounted ?? []));
  return { whenCounted, whenErased: erasedHookOf(features) };
}

function erasedHookOf(features: readonly Feature[]): ErasedHook {
  return (db, erased) => features.flatMap(({ whenErased }) => whenErased?.(db, erased) ?? []);
}

function mailsOf(features: readonly Feature[]) {
  return features.flatMap(({ mails = [] }) => mails);
}

function isOneOf(kinds: readonly string[]) {
  return ({ kind }: { kind: string }) => kinds.includes(mailKindOf(kind));
}

/** The OpenAPI 3.1 document. */
function apiDocument(house: House, publicUrl: string): ApiDocument {
  const parts = house.features.flatMap(({ api = [] }) => (typeof api === 'function' ? api(house) : api));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Undersigned',
      version: '1',
      description:
        'Petitions, surveys and events with an account that balances. Any origin may read and sign; no cookie is set or read.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: Object.assign({}, ...parts.map((part) => part.securitySchemes)) },
    paths: joined(parts.map(({ paths }) => paths)),
    webhooks: joined(parts.map(({ webhooks }) => webhooks)),
  };
}

function joined<Methods extends ApiPath>(parts: (Record<string, Methods> | undefined)[]) {
  const all = parts.flatMap((part) => Object.entries(part ?? {}));
  return Object.fromEntries(all.map(([name, methods]) => [name, withSecurity(methods)]));
}

/** The hooks of several features as one. */
function joinHooks(hooks: CountedHooks[]): CountedHooks {
  const joined = (when: keyof CountedHooks): CountedHook => {
    const own = hooks.flatMap((hook) => hook[when] ?? []);
    return (db, change) => own.flatMap((hook) => hook(db, change));
  };
  return { starts: joined('starts'), stops: joined('stops') };
}
