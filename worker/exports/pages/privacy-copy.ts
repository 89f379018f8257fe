import type { Language } from '../../../web/language.ts';

const en = {
  lists:
    'The owners of the campaign can download a list of the people who checked the box for news: name, email address, ZIP code, {districts, select, yes {district, } other {}}language, and what they signed when. They load it into the service that sends their mail. A partner gets a list only of those who let that partner write.',
  last: 'Such a list was last made on {date}. A log that nobody can change says who made it, how many people are in it and under which box.',
  none: 'No such list has been made so far.',
  unchecked:
    'If you uncheck the box on your own page, you are in no later list. Whoever has an earlier one has to take you off it: every mail of theirs must say how.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    lists:
      'Las personas responsables de la campaña pueden descargar una lista de quienes marcaron la casilla de noticias: nombre, correo, código postal, {districts, select, yes {distrito, } other {}}idioma, y qué firmaron y cuándo. La cargan en el servicio que envía sus correos. Una organización aliada recibe solo la lista de quienes le permitieron escribir.',
    last: 'La última lista de este tipo se hizo el {date}. Un registro que nadie puede cambiar dice quién la hizo, cuántas personas contiene y con qué casilla.',
    none: 'Hasta ahora no se ha hecho ninguna lista de este tipo.',
    unchecked:
      'Si usted quita la marca en su propia página, no estará en ninguna lista posterior. Quien tenga una anterior debe borrarle de ella: cada correo suyo debe decir cómo.',
  },
};
