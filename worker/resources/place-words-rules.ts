import { withoutUnseen } from '../platform/text/text-rules.ts';

/** `map`: a link to a site that shows any place. */
export type Found = { what: 'map' | 'link' | 'words' | 'number'; text: string };

/** Words that stand nowhere but in an address or on the way to one. */
const alone =
  'street|streets|avenue|boulevard|road|lane|highway|parkway|freeway|drive|driveway|blvd|pkwy|hwy|intersection|zip|' +
  'calle|calles|avenida|avda|bulevar|carretera|callejón|callejon|autopista|esquina|cuadra|cuadras|apartado|código postal|' +
  'corner of|the corner|blocks? (?:from|of|away)|next to|next door to|across from|opposite|near the|close to(?! you)|behind the|in front of|' +
  'p\\.? ?o\\.? ?box|post office box|suite|apt|latitude|longitude|coordinates|' +
  'frente al?|enfrente del?|junto al?|al lado del?|cerca de(?! (?:usted|ti|aquí))|cerca del|detrás del?|atrás del?|a la vuelta|casilla|latitud|longitud|coordenadas';
/** "Trade St": not the saint of "the house of St. Mary". */
const short =
  '(?<!(?:^|[^\\p{L}])(?:of|the|by|at|and|with|from|in|to|for|de|del|la|el|al|en|con|por|y)[. ]{1,2})(?<=\\p{L}[. ]{1,2})(?:st|str|ave|av|rd|dr|ln|ct|cir|pl)(?=[ .,;:!)]|$)';
/** "One Elm Place", "doce Elm": a house's number in words. */
const numberWord =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien)';
const words = new RegExp(`(?<!\\p{L})(?:${alone})(?!\\p{L})|${short}`, 'iu');
const numberedHouse = new RegExp(
  `(?<!\\p{L})(?:${numberWord}|${numberWord.replace(/[a-z]+/g, (word) => word[0]?.toUpperCase() + word.slice(1))})[ -](?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\p{Lu}\\p{Ll}+`,
  'u',
);
/** "S t r e e t". */
const spacedOut = /(?<!\p{L})\p{L}(?: \p{L}){3,}(?!\p{L})/u;
/** Also what3words and an address without `https`. */
const link = /[a-z]+:\/\/\S*|\/{2,}\S+|\bwww\.\S+|\S*@\S+|[\p{L}\p{N}-]{2,}\.\p{L}{2,}\S*/iu;
/** Numbers that say how long, how old or when: no house has one. */
const harmless =
  /24\s*\/\s*7|(?<!\p{N})\d{1,3}[\s-]*(?:hours?|days?|nights?|weeks?|months?|years?|horas?|días?|noches?|semanas?|meses|años?)(?!\p{L})|(?<=(?:under|over|age|ages|de|a) )(?:18|21|24)(?!\p{N})|(?<!\p{N})(?:18|21|24)(?= (?:and|or|y|o) (?:older|over|under|younger|más|mayor|menor))|(?<!\p{N})\d{1,2}(?::[0-5]\d)?\s*[ap]\.?\s?m(?!\p{L})|(?<!\p{N})\d{1,2}:[0-5]\d(?![:\p{N}])/giu;
const number = /\p{N}[\p{N}\p{P}\p{S}\p{Z}]*/u;

/** Sites that show any place, or lead to one that does. */
const anyPlace =
  /(?:^|\.)maps?\.|(?:^|\.)(?:maps?|mapas?|wego|waze|here|google|goo|yandex|bing|baidu|duckduckgo|yahoo|ecosia|brave|apple|openstreetmap|osm|mapquest|mapbox|mapy|what3words|w3w|plus|2gis|bit|tinyurl|t|is|ow|cutt|rebrand|linktr)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;

/** What in a text may tell where a house stands, beside the name of the place itself. */
export function placesIn(written: string): Found[] {
  const text = asRead(written);
  const linked = link.exec(text)?.[0];
  const host = linked && URL.parse(linked.includes('://') ? linked : `https://${linked}`)?.hostname;
  const what = host && anyPlace.test(host) ? 'map' : 'link';
  return [...(linked ? [{ what, text: linked } as const] : []), ...worded(text), ...numbered(text)];
}

/** What in the address of a site may tell it. */
export function placesInSite(site: string): Found[] {
  const url = URL.parse(site);
  if (!url) return [];
  const { hostname, search, hash } = url;
  const text = asRead(`${hostname} ${url.pathname} ${search} ${hash}`).replace(/[-_/.+=&?#]/g, ' ');
  return [
    ...(anyPlace.test(hostname) ? [{ what: 'map', text: hostname } as const] : []),
    ...worded(text),
    ...numbered(text),
    ...(search || hash ? [{ what: 'link', text: asRead(search + hash) } as const] : []),
  ];
}

function worded(text: string): Found[] {
  const found = words.exec(text) ?? numberedHouse.exec(text) ?? spacedOut.exec(text);
  return found ? [{ what: 'words', text: found[0] }] : [];
}

function numbered(text: string): Found[] {
  const found = number.exec(text.replace(harmless, ' '));
  return found ? [{ what: 'number', text: found[0].trim() }] : [];
}

/** As a reader sees it: without invisible characters, wide digits and codes of an address. */
function asRead(written: string): string {
  return written
    .normalize('NFKC')
    .split(/\s+/)
    .map(withoutUnseen)
    .join(' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (code) => {
      try {
        return decodeURIComponent(code);
      } catch {
        return code;
      }
    });
}

const ofShelters =
  /(?<!\p{L})(?:(?:women[’']s )?shelters?|safe ?-?houses?|refuges?|safe (?:place|room|home)s? to (?:stay|sleep)|emergency housing|refugios?|albergues?|casas? (?:segura|refugio|de acogida)s?|casas? de seguridad|lugar(?:es)? seguros? (?:donde|para) (?:quedarse|dormir))(?!\p{L})/iu;

/** The word by which a text reads as one about a shelter. */
export function shelterIn(written: string): string | null {
  return ofShelters.exec(asRead(written))?.[0] ?? null;
}
