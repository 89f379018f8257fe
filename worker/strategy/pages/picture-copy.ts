import type { Language } from '../../../web/language.ts';

const en = {
  map: {
    title: 'Map of power',
    lead: 'Lines are ties, with a point where they lead. A circle around a symbol is a target, a star an agent of change.',
    picture: 'Map of offices, organizations and their ties. The table below says the same.',
    caption: 'What the map shows',
    number: 'Number',
    name: 'Name',
    kind: 'Kind and marks',
    ties: 'Ties',
    few: 'The picture shows {n} of them, those with the most influence first.',
    fewTies: 'It shows {n} ties.',
    empty: 'Nothing is on the map. Add offices and organizations first.',
    lines: 'Lines',
    symbols: 'Symbols',
  },
  grid: {
    title: 'Influence and position',
    lead: 'Each number is one of the table below. Nearer to the top is more influence, further to the right is more support.',
    picture: 'Grid of influence and position. The table below says the same.',
    caption: 'What the grid shows',
    influence: 'Influence',
    more: '+{n}',
  },
  road: {
    title: 'The road to {n, plural, =5 {five} =6 {six} =7 {seven} =8 {eight} other {#}}',
    none: 'The kit of this campaign names no seats of a council, so there is no road to draw.',
    has: '{for, plural, =0 {No seat is for it} one {# seat is for it} other {# seats are for it}}. {majority} votes carry it.',
    missing:
      '{n, plural, =0 {The majority is there} one {# vote is missing} other {# votes are missing}}. {leans, plural, =0 {No seat leans for it} one {# seat leans for it} other {# seats lean for it}}, and {open, plural, one {# can} other {# can}} still be won.',
    next: 'Next: {name}, {date} ({days, plural, =0 {today} one {in # day} other {in # days}}).',
    noNext: 'No juncture lies ahead.',
    seats: 'Seats',
    seat: 'Seat',
    position: 'Position',
    moves: 'Who could move it',
    signatures: 'Signatures to bring',
    signaturesOf:
      '{districts, select, yes {Signatures are confirmed ones from the district, of the petition “{title}”. A seat of the whole city has all of the city.} other {Signatures are confirmed ones from the city, of the petition “{title}”.}}',
    put: 'Put it on the map',
    noMover: 'No tie yet',
    line: 'Seats for it, day by day',
    lineHint: 'The line counts seats for it. The dashed line is the majority.',
    day: 'Day',
    unknown: 'Unknown',
    noLine: 'The line begins tomorrow: it has a point for each day.',
  },
};

const es: typeof en = {
  map: {
    title: 'Mapa de poder',
    lead: 'Las líneas son vínculos, con una punta hacia donde llevan. Un círculo alrededor de un símbolo es un objetivo; una estrella, un agente de cambio.',
    picture: 'Mapa de cargos, organizaciones y sus vínculos. La tabla de abajo dice lo mismo.',
    caption: 'Lo que muestra el mapa',
    number: 'Número',
    name: 'Nombre',
    kind: 'Tipo y marcas',
    ties: 'Vínculos',
    few: 'El dibujo muestra {n}, primero los de más influencia.',
    fewTies: 'Muestra {n} vínculos.',
    empty: 'No hay nada en el mapa. Añada primero cargos y organizaciones.',
    lines: 'Líneas',
    symbols: 'Símbolos',
  },
  grid: {
    title: 'Influencia y postura',
    lead: 'Cada número es uno de la tabla de abajo. Más arriba es más influencia; más a la derecha, más apoyo.',
    picture: 'Cuadrícula de influencia y postura. La tabla de abajo dice lo mismo.',
    caption: 'Lo que muestra la cuadrícula',
    influence: 'Influencia',
    more: '+{n}',
  },
  road: {
    title: 'El camino a {n, plural, =5 {cinco} =6 {seis} =7 {siete} =8 {ocho} other {#}}',
    none: 'El kit de esta campaña no nombra los escaños de un concejo, así que no hay camino que dibujar.',
    has: '{for, plural, =0 {Ningún escaño está a favor} one {# escaño está a favor} other {# escaños están a favor}}. Bastan {majority} votos.',
    missing:
      '{n, plural, =0 {La mayoría ya está} one {Falta # voto} other {Faltan # votos}}. {leans, plural, =0 {Ningún escaño se inclina a favor} one {# escaño se inclina a favor} other {# escaños se inclinan a favor}}, y todavía {open, plural, one {se puede ganar #} other {se pueden ganar #}}.',
    next: 'Lo próximo: {name}, {date} ({days, plural, =0 {hoy} one {en # día} other {en # días}}).',
    noNext: 'No hay ningún momento decisivo por delante.',
    seats: 'Escaños',
    seat: 'Escaño',
    position: 'Postura',
    moves: 'Quién podría moverlo',
    signatures: 'Firmas que llevar',
    signaturesOf:
      '{districts, select, yes {Las firmas son las confirmadas del distrito, de la petición «{title}». Un escaño de toda la ciudad tiene las de toda la ciudad.} other {Las firmas son las confirmadas de la ciudad, de la petición «{title}».}}',
    put: 'Ponerlo en el mapa',
    noMover: 'Todavía sin vínculos',
    line: 'Escaños a favor, día por día',
    lineHint: 'La línea cuenta los escaños a favor. La línea discontinua es la mayoría.',
    day: 'Día',
    unknown: 'Se desconoce',
    noLine: 'La línea empieza mañana: tiene un punto por cada día.',
  },
};

/** Words of the map, the grid and the road. */
export const pictureCopy: Record<Language, typeof en> = { en, es };
