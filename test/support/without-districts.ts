import { surveyKit } from './surveys.ts';

/** A campaign as `kit new` makes it: one district stands for the whole city. */
export function kitWithoutDistricts(language: 'en' | 'es') {
  const digest = { day: 1, hour: 7, language };
  const kit = surveyKit({ digest, opensOn: '2026-11-01', closesOn: '2027-02-01' });
  const { slug, name, region, time_zone } = kit.city;
  const seats = [{ slug: 'mayor', title: { en: 'Mayor', es: 'Alcaldía' } }];
  const council = { ...kit.council, seats };
  const whole = { code: 'city', name: { en: name, es: name } };
  const city = { slug, name, region, time_zone, districts: [whole], zips: { '28202': { city: 1 } } };
  return { ...kit, city, council };
}

/** What people read of a page: without names of fields and columns, which are the same everywhere. */
export function readIn(html: string): string {
  return html
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<dt><code>[a-z_]+<\/code><\/dt>/g, '')
    .replace(/ (name|id|for|href|action|value|class|aria-describedby|data-[a-z-]+)="[^"]*"/g, '');
}

/** Where a text speaks of a district, with the words around it. */
export function districtsTold(text: string): string[] {
  return text.match(/.{0,60}distri(?:ct|to).{0,60}/gi) ?? [];
}
