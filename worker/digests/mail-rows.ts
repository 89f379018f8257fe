/** Numbers as they are shown; `share` of the largest district, 0 to 1, null where there is too little for a bar. */
export type NumberRow = { label: string; value: string; share?: number | null };

/** A small table of a mail: what stands on the left, numbers on the right, and all of them in the last row. */
export type NumberTable = { caption: string; heads: [string, string]; rows: NumberRow[]; total: NumberRow };
