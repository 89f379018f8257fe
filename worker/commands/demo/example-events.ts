import { openKit } from '../../kits/open.ts';
import { findKitVersion } from '../../kits/version-store.ts';
import { shippedHouse } from '../../main/features.ts';
import { addDays, dateIn } from '../../platform/time/clock.ts';
import type { DemoApp } from './app.ts';
import { districts, inventedPerson } from './invented.ts';

const say = (en: string, es: string) => ({ en, es });
const invented = say(
  'This event is an invented example, so that you see how one looks. It does not take place.',
  'Este evento es un ejemplo inventado, para que vea cómo se muestra uno. No se celebra.',
);
const nowhere = say('An invented hall (example)', 'Una sala inventada (ejemplo)');

/** A shift with few places, a summit with a program and a hearing, in the weeks to come. */
function exampleEvents(today: string, committee: string | undefined) {
  const [shift, summit, hearing] = [9, 16, 23].map((days) => addDays(today, days));
  const shared = { committee, text: invented, opens_on: today, place: { name: nowhere } };
  return [
    {
      ...shared,
      slug: 'example-shift',
      kind: 'shift',
      title: say('Example: a shift at a table', 'Ejemplo: un turno en una mesa'),
      ask: say('Talk with people for two hours', 'Hable con la gente durante dos horas'),
      times: [
        { slug: 'morning', starts: `${shift}T10:00`, ends: `${shift}T12:00`, capacity: 3 },
        { slug: 'afternoon', starts: `${shift}T14:00`, ends: `${shift}T16:00`, capacity: 3 },
      ],
      languages: ['en', 'es'],
    },
    {
      ...shared,
      slug: 'example-summit',
      kind: 'summit',
      title: say('Example: a summit with a program', 'Ejemplo: una cumbre con programa'),
      ask: say('Plan the training of officers together', 'Planeemos juntos la formación de agentes'),
      times: [{ slug: 'day', starts: `${summit}T09:00`, ends: `${summit}T13:00`, capacity: 120 }],
      sessions: [
        {
          slug: 'opening',
          title: say('Opening', 'Apertura'),
          starts: `${summit}T09:00`,
          ends: `${summit}T09:30`,
          room: say('Large room', 'Sala grande'),
          speakers: [say('The campaign', 'La campaña')],
        },
        {
          slug: 'signs',
          title: say('How to see the signs', 'Cómo ver las señales'),
          starts: `${summit}T09:30`,
          ends: `${summit}T11:00`,
          room: say('Large room', 'Sala grande'),
          languages: ['en'],
          interpretation: say('Spanish by headphones', 'Español por auriculares'),
        },
        {
          slug: 'rights',
          title: say('Rights of those who are found', 'Derechos de quienes son halladas'),
          starts: `${summit}T09:30`,
          ends: `${summit}T11:00`,
          room: say('Small room', 'Sala pequeña'),
          languages: ['es'],
          seats: 30,
          accessibility: say('A ramp and a hearing loop', 'Una rampa y un bucle auditivo'),
        },
        {
          slug: 'next',
          title: say('What we do next', 'Qué haremos ahora'),
          starts: `${summit}T11:30`,
          ends: `${summit}T13:00`,
          room: say('Large room', 'Sala grande'),
        },
      ],
      languages: ['en', 'es'],
      child_care: say('For children from three years', 'Desde los tres años'),
    },
    {
      ...shared,
      slug: 'example-hearing',
      kind: 'hearing',
      title: say('Example: a hearing', 'Ejemplo: una audiencia'),
      ask: say('Speak for two minutes', 'Hable durante dos minutos'),
      times: [{ slug: 'evening', starts: `${hearing}T18:00`, ends: `${hearing}T20:00` }],
      comment: { minutes: 2, register_by: `${hearing}T12:00`, place: nowhere },
      interpreters: say(
        'In a real event it says here how to ask for one',
        'En un evento real dice aquí cómo pedir intérprete',
      ),
    },
  ];
}

/** How many sign up for the first time of each. The shift has three places. */
const comers = [
  { slug: 'example-shift', slot: 'morning', n: 4 },
  { slug: 'example-summit', slot: 'day', n: 2 },
  { slug: 'example-hearing', slot: 'evening', n: 1 },
];

/** Opens the invented events in the campaign as it stands, and sends sign-ups, which are then to be confirmed. */
export async function openExampleEvents(
  app: DemoApp,
  { campaign, timeZone, now }: { campaign: { id: number }; timeZone: string; now: Date },
): Promise<void> {
  const { db } = app.deps;
  const version = await findKitVersion(db, campaign.id);
  if (!version) throw new Error('the campaign has no kit');
  const kit = JSON.parse(version.kit) as { events?: unknown[]; petitions?: { committee?: string }[] };
  const examples = exampleEvents(dateIn(timeZone, now), kit.petitions?.[0]?.committee);
  const events = [...(kit.events ?? []), ...examples];
  const opened = await openKit(db, { ...kit, events }, { sections: await shippedHouse.kitSections(), now });
  if (!opened.ok) throw new Error(opened.error.map(({ path, message }) => `${path} ${message}`).join('\n'));
  for (const { slug, slot, n } of comers) {
    for (let i = 0; i < n; i += 1) {
      const person = { ...inventedPerson(2000 + i), district: districts[i], source: 'direct' };
      await app.send(`/api/v1/events/${slug}/sign-ups`, { ...person, slot }, `192.0.2.${i}`);
    }
  }
}
