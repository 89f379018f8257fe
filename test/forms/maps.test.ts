import { beforeAll, expect, test } from 'vitest';
import type { Part } from '../../worker/kits/form-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { readWorking } from '../../worker/writing/drafts.ts';
import { bytes, feature, map, ring } from '../places/map-support.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { valuesIn } from '../support/form-values.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
const { slug } = charlotte.campaign;
const path = '/write/edit?page=districts';
let id = 0;
let ana: OrganizerClient;

beforeAll(async () => {
  expect((await openKit(db, charlotte, app.now())).ok).toBe(true);
  id = (await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id')) ?? 0;
  ana = await organizerIn(app, { id, slug }, { role: 'editor' });
});

/** As a browser without JavaScript sends the form with two files. */
async function send(districts: Uint8Array<ArrayBuffer>, zips: Uint8Array<ArrayBuffer>) {
  const html = await ana.read(path);
  const body = new FormData();
  for (const [name, values] of Object.entries(valuesIn(html.split('id="form"')[1] ?? ''))) {
    if (!name.startsWith('tool.')) for (const value of values) body.append(name, value);
  }
  body.append('do', 'tool:maps');
  body.append('tool.maps.districts', new File([districts], 'districts.geojson'));
  body.append('tool.maps.zips', new File([zips], 'zips.geojson'));
  return app.request(`/organize/campaigns/${slug}${path}`, {
    method: 'POST',
    headers: { cookie: ana.cookie, origin: 'http://localhost' },
    body,
  });
}

const districts = bytes(
  map(
    feature({ district: '1' }, [ring([-81, 35, -80.5, 36])]),
    feature({ district: '2' }, [ring([-80.5, 35, -80, 36])]),
  ),
);
const zip = feature({ zipcode: '28202' }, [ring([-80.6, 35.2, -80.4, 35.3])]);

test('two maps, one of 20 MB, are drawn with their shares in a table, and the shares are in the draft', async () => {
  const large = new Uint8Array(20 * 1024 * 1024).fill(0x20);
  large.set(bytes(map(zip)));
  const answer = await send(districts, large);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('<svg class="district-map"');
  expect(page).toContain('Share of each ZIP area by district');
  expect(page).toMatch(/28202<\/th>.*District 1: 50%, District 2: 50%.*uncertain: they are asked/s);
  expect(page).toContain('Their shares are saved to the draft');
  expect(page).toContain('28202: 1 = 50%, 2 = 50%');
  expect(page).toMatch(/<text [^>]*>District 1<\/text>/);
  const city = (await readWorking(db, id, await shippedHouse.kitSections()))?.json as unknown as {
    city: Part;
  };
  expect(city.city.zips).toMatchObject({ '28202': { '1': 0.5, '2': 0.5 } });

  // One press takes it back, and leads to the page again.
  expect(page).toContain('>Undo<');
  const [, undo = ''] = /action="([^"]*\/acts\/[^"]+\/undo)"/.exec(page) ?? [];
  const back = `/organize/campaigns/${slug}${path}`;
  expect(page).toContain(`name="back" value="${back}"`);
  const undone = await ana.post(undo, { back });
  expect(undone.headers.get('location')).toContain(back);
  const before = (await readWorking(db, id, await shippedHouse.kitSections()))?.json as unknown as {
    city: Part;
  };
  expect(before.city.zips).toMatchObject({ '28202': {} });
  expect(JSON.stringify(before.city.zips)).not.toContain('0.5');
});

test('what is larger is refused in words that say how large it may be, and nothing changes', async () => {
  const answer = await send(districts, new Uint8Array(25 * 1024 * 1024).fill(0x20));
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('at most 24 MB');
});
