import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Budget',
  lead: 'Each number needs its source. What is to be filled in is marked here and shown to nobody else.',
  waits: '{n, plural, one {# number of the budget is} other {# numbers of the budget are}} to be filled in',
  forms: 'Edit the comparisons',
  public: 'The page as residents see it',
  line: 'Of',
  number: 'To be filled in by the campaign',
  complete: 'Every number is filled in.',
  whole: 'The whole comparison',
  of: {
    adopted: 'Adopted last year',
    proposed: 'Proposed now',
    asked: 'What the campaign asks',
    answers: 'What one of the unit of the answers is in dollars',
    residents: 'How many people live there',
    unit: 'What one of what the money buys costs, such as one officer trained',
  } as Record<string, string>,
};

export const consoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Presupuesto',
    lead: 'Cada cifra necesita su fuente. Lo que falta se marca aquí y no se muestra a nadie más.',
    waits: '{n, plural, one {# cifra del presupuesto} other {# cifras del presupuesto}} por completar',
    forms: 'Editar las comparaciones',
    public: 'La página tal como la ven los residentes',
    line: 'De',
    number: 'Por completar por la campaña',
    complete: 'No falta ninguna cifra.',
    whole: 'Toda la comparación',
    of: {
      adopted: 'Aprobado el año pasado',
      proposed: 'Propuesto ahora',
      asked: 'Lo que pide la campaña',
      answers: 'Cuánto es en dólares una unidad de las respuestas',
      residents: 'Cuántas personas viven allí',
      unit: 'Cuánto cuesta cada cosa que el dinero paga, como formar a un agente',
    },
  },
};
