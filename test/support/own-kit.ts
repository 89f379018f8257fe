import { openKit } from '../../worker/petitions/open-kit.ts';
import { site } from './address.ts';
import { dateFrom } from './calendar.ts';
import { type KitOverrides, smallKit } from './factories.ts';

/**
 * A campaign of a test's own on the shared server, open for two months. The name is a slug that no other test uses; the
 * committee's address is NAME@example.org.
 */
export async function openOwnKit(
  name: string,
  { at = new Date(), ...overrides }: KitOverrides & { at?: Date } = {},
): Promise<{ petition: string; committee: string }> {
  const kit = smallKit({ opensOn: dateFrom(at, -60), closesOn: dateFrom(at, 200), ...overrides });
  const named = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, name)) as typeof kit;
  const opened = await openKit(site.db, named, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return {
    petition: named.petitions[0]?.slug ?? '',
    committee: named.council.committees[0]?.contact_email ?? '',
  };
}
