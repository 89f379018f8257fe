import { site } from '../support/address.ts';
import { mondayMorning, oweDigests, passWeek } from '../support/calendar.ts';
import {
  cron,
  freshEmail,
  mailedLink,
  type Person,
  send,
  signAndConfirm,
  signByForm,
} from '../support/visitor.ts';

const petition = 'arrest-traffickers';

/** Invented people: name, ZIP, district. */
const people = `
Denise Whitaker 28205 4|Marcus Tate 28208 3|Yolanda Pruitt 28216 2|Hector Villanueva 28212 5|Priya Raman 28262 4
Annika Lindqvist 28203 1|Terrence Boyd 28217 3|Luz Marina Ocampo 28205 1|Gwen O’Shea 28209 6|Samuel Adeyemi 28269 4
Khadija Warsame 28213 4|Paul Rasmussen 28277 7|Bao Trinh 28206 1|Loretta Simms 28208 2|Ines Quiroga 28210 6
Devon Clarke 28214 2|Ruth Ann Hollis 28226 7|Omar Haddad 28227 5|Kelly Petrowski 28202 1|Jerome Fields 28216 2
María José Cárdenas 28217 3|Nadia Kovalenko 28204 1|Walter Grigsby 28215 5|Tamika Rowe 28273 3|Fern Abernethy 28211 6
Luis Ángel Báez 28212 5|Chidi Okonkwo 28262 4|Barbara Stutts 28270 7|Mei-Ling Huang 28203 1|Andre Mobley 28208 3
Rosalía Benítez 28205 4|Tom Vance 28278 3|Aisha Muhammad 28206 1|Carl-Erik Dahl 28207 6|Gloria Espinal 28213 4
Beth Kirkland 28104 -|Roberto Salinas 28212 5|Wanda Pickett 28216 2|Jules Moreau 28209 6|Sunita Deshmukh 28269 4
Harold Ames 28031 -|Ximena Rojas 28217 3|Patrice Dunn 28205 1|Eli Rosenthal 28211 6|Concepción Ybarra 28215 5
Darnell Ricks 28214 2|Moira Keane 28203 1|Ngozi Eze 28262 4|Frank Tillman 28227 5|Silvia Paredes 28210 -
`
  .trim()
  .split(/[\n|]/)
  .map((line) => /^(.+) (\S+) (\d{5}) (\S)$/.exec(line)!.slice(1));

const sources = ['direct', 'poster', 'share-whatsapp', 'newsletter', 'direct', 'event'];
const weeks = [7, 16, 11, 9, 7];

function personOf(
  [given_name = '', family_name = '', zip = '', district = '']: string[],
  index: number,
): Person {
  return {
    given_name,
    family_name,
    zip,
    email: freshEmail('crowd'),
    source: sources[index % sources.length] ?? 'direct',
    ...(district !== '-' && { district }),
    ...(index % 3 !== 0 && { show_name: 'yes' }),
  };
}

/**
 * Fifty people sign the Charlotte petition over five weeks. Of all weeks but the last the committee has got a digest.
 * Some people never confirm, and one changes her mind.
 */
export async function gatherCrowd(now: Date): Promise<void> {
  let next = 0;
  let regretful = '';
  for (const [index, signers] of weeks.entries()) {
    for (const line of people.slice(next, next + signers)) {
      const person = personOf(line, next);
      next += 1;
      await signAndConfirm(petition, person);
      if (next % 9 === 0)
        await signByForm(petition, { ...person, email: freshEmail('waiting'), given_name: 'Wendy' });
      if (next === 5) regretful = person.email;
    }
    if (index === 3) await send(`${new URL(await mailedLink(regretful, '/my/')).pathname}/withdraw`);
    if (index < weeks.length - 1) await passWeek(site.db, petition, now);
  }
  await oweDigests(site.db, petition, weeks.length - 1);
  await cron(mondayMorning(now));
}
