export type SourcedFact = { text: string; source: { name: string; year: number | null; url: string | null } };
