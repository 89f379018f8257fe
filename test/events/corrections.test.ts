import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { nothingMet } from '../../worker/events/conditions/rules.ts';
import { signUp } from '../../worker/events/sign-up.ts';
import { findSignUp } from '../../worker/events/store.ts';
import { confirm } from '../../worker/signatures/confirm.ts';
import { contentVersionOf, findSignature } from '../../worker/signatures/store.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { testApp } from '../support/app.ts';
import { openShifts } from '../support/shifts.ts';

const app = testApp();
let tokens = 0;
type Shifts = Awaited<ReturnType<typeof openShifts>>;

async function sends(context: Shifts, name: string, { slot = 'kitchen', met = nothingMet } = {}) {
  const person = parseSubmission({
    given_name: name,
    email: `home@${context.action.slug}.example`,
    zip: '28202',
  });
  if (!person.ok) throw new Error('no person');
  tokens += 1;
  const choice = { slot, note: '', isNeutral: false, met };
  const sent = {
    formToken: `correction-of-this-test-${tokens}`,
    shownAt: app.now(),
    language: 'en' as const,
  };
  const made = await signUp(
    app.deps,
    context,
    { person: person.value, choice },
    { ...sent, connection: null, now: app.now() },
  );
  if (!made.ok) throw new Error(made.error.reason);
  return made.value.id;
}

async function presses(context: Shifts, forms: { id: string; replaces: string | null }[]) {
  const found = await Promise.all(forms.map(({ id }) => findSignature(env.DB, id)));
  const pressed = await Promise.all(
    forms.map(({ id, replaces }, i) => {
      const { inboxKey = null, sealed = null } = found[i] ?? {};
      const shown = contentVersionOf(sealed);
      const press = { shown, district: '', replaces, now: app.now() };
      return confirm(app.deps, { id, inboxKey, context }, press);
    }),
  );
  for (const one of pressed) expect(one).toMatchObject({ ok: true, value: { state: 'confirmed' } });
}

const placeOf = async (id: string) => {
  const found = await findSignUp(env.DB, id);
  return found && { seat: found.seat, number: found.number };
};

test('two who share an inbox and correct at the same moment keep each their own place', async () => {
  const context = await openShifts(app, { capacity: 1 });
  const [ana, bo] = [await sends(context, 'Ana'), await sends(context, 'Bo')];
  await presses(context, [{ id: ana, replaces: null }]);
  await presses(context, [{ id: bo, replaces: null }]);
  expect([await placeOf(ana), await placeOf(bo)]).toEqual([
    { seat: 'has', number: 1 },
    { seat: 'waits', number: 2 },
  ]);
  const [newAna, newBo] = [await sends(context, 'Ana'), await sends(context, 'Bo')];
  app.setNow(new Date(app.now().getTime() + 1000));
  await presses(context, [
    { id: newBo, replaces: bo },
    { id: newAna, replaces: ana },
  ]);
  expect([await placeOf(newAna), await placeOf(newBo)]).toEqual([
    { seat: 'has', number: 1 },
    { seat: 'waits', number: 2 },
  ]);
});

test('a correction takes over what was shown before also without a place, and adds to it', async () => {
  const context = await openShifts(app);
  const first = await sends(context, 'Ana', { slot: 'desk', met: { norms: null, lessons: ['one'] } });
  await presses(context, [{ id: first, replaces: null }]);
  expect(await placeOf(first)).toEqual({ seat: 'none', number: null });
  const second = await sends(context, 'Ana', { slot: 'desk', met: { norms: 1, lessons: ['two'] } });
  await presses(context, [{ id: second, replaces: first }]);
  expect(await findSignUp(env.DB, second)).toMatchObject({
    seat: 'has',
    held: { norms: 1, lessons: ['one', 'two'] },
  });
});
