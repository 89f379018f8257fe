import type { Need } from './rules.ts';

/** Words by which people look for what they need, beside those of the entry and of the list, in both languages. */
export const needWords: Record<Need, string> = {
  hotline: 'hotline help line phone talk línea de ayuda teléfono hablar',
  shelter: 'shelter bed room sleep housing home homeless refugio albergue cama cuarto dormir vivienda casa',
  'safety-planning': 'safe safety protection escape seguridad protección escapar',
  legal: 'law lawyer attorney court record ley abogado abogada juzgado tribunal antecedentes',
  immigration: 'visa papers immigrant migrant passport papeles inmigrante migrante pasaporte',
  health: 'health doctor nurse hospital medicine salud médico médica doctor doctora enfermera medicina',
  counseling:
    'counseling therapy therapist trauma psychologist terapia terapeuta psicólogo psicóloga consejería',
  'case-management': 'case worker social worker support trabajador trabajadora social apoyo',
  basics: 'food clothes shower money comida ropa ducha dinero',
  work: 'work job wages pay boss trabajo empleo salario sueldo pago patrón',
  family: 'family children baby child care familia hijos niños bebé',
};
