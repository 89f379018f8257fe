import type { Language } from '../../../web/language.ts';

const en = {
  title: 'What {city} has',
  lead: 'People, places and means that can help, as their owners let us show them.',
  picture: 'What there is in each district',
  district: 'District',
  number: 'Number',
  noDistrict: 'The whole city',
  gives: 'Gives',
  phase: 'For',
  partner: 'Through',
  since: 'Since',
  kinds: {
    people: 'People',
    associations: 'Associations',
    institutions: 'Institutions',
    places: 'Places',
    economy: 'Economy',
    culture: 'Culture',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Lo que tiene {city}',
    lead: 'Personas, lugares y medios que pueden ayudar, tal como sus dueños permiten mostrarlos.',
    picture: 'Lo que hay en cada distrito',
    district: 'Distrito',
    number: 'Número',
    noDistrict: 'Toda la ciudad',
    gives: 'Da',
    phase: 'Para',
    partner: 'A través de',
    since: 'Desde',
    kinds: {
      people: 'Personas',
      associations: 'Asociaciones',
      institutions: 'Instituciones',
      places: 'Lugares',
      economy: 'Economía',
      culture: 'Cultura',
    },
  },
};
