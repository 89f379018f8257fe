import { expect } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { type EventContext, withEvent } from '../../worker/events/cache.ts';
import { readSeats } from '../../worker/events/store.ts';
import type { TestApp } from './app.ts';
import { type EventKit, eventKit } from './event-kit.ts';
import type { KitOverrides } from './factories.ts';
import { openKit } from './kits.ts';
import { confirmPath, ownPath } from './people.ts';
import { press } from './press.ts';

/** Opens a small campaign with an event, and returns the event's context and the kit. */
export async function openEvent(
  app: TestApp,
  overrides: KitOverrides & { event?: Record<string, unknown> } = {},
): Promise<EventContext & { kit: EventKit }> {
  const kit = eventKit(overrides);
  await opened(app, kit);
  const context = await findContext(app.deps.db, kit.events[0]?.slug ?? '');
  const found = context && (await withEvent(app.deps, context, app.now()));
  if (!found) throw new Error('the event was not opened');
  return { ...found, kit };
}

/** Opens the kit, or opens it again after a change. */
export async function opened(app: TestApp, kit: unknown, at: Date = new Date('2026-11-23T15:00:00Z')) {
  const result = await openKit(app.deps.db, kit, at);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

type Fields = Record<string, string>;

export const emailOf = (name: string, slug: string) => `${name.toLowerCase()}@${slug}.example`;

export async function eventToken(app: TestApp, slug: string): Promise<string> {
  const page = await (await app.request(`/events/${slug}`)).text();
  return /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

export async function signUpByForm(
  app: TestApp,
  slug: string,
  { name = 'Ana', ...fields }: Fields = {},
): Promise<Response> {
  return app.post(`/events/${slug}/sign-ups`, {
    given_name: name,
    email: emailOf(name, slug),
    zip: '28202',
    slot: 'first',
    form_token: await eventToken(app, slug),
    ...fields,
  });
}

/** Signs up and presses the button that the mail links to; gives the path of their own page. */
export async function comes(app: TestApp, slug: string, fields: Fields = {}): Promise<string> {
  const sent = await signUpByForm(app, slug, fields);
  expect(sent.status).toBe(303);
  const email = fields.email ?? emailOf(fields.name ?? 'Ana', slug);
  const pressed = await press(app, await confirmPath(app, email));
  expect(pressed.status).toBe(303);
  return ownPath(app, email);
}

/** The path of the confirm link of somebody who has signed up and not confirmed. */
export async function signUpToConfirm(app: TestApp, slug: string, fields: Fields = {}): Promise<string> {
  const name = fields.name ?? 'Zoe';
  await signUpByForm(app, slug, { ...fields, name });
  return confirmPath(app, emailOf(name, slug));
}

export const seatsOf = (app: TestApp, { action }: EventContext) => readSeats(app.deps.db, action.id);
