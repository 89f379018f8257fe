/** The colors of the page around a frame: light, dark, or 'auto' for the visitor's system setting. */
export const frameSchemes = ['light', 'dark', 'auto'] as const;
export type Scheme = (typeof frameSchemes)[number];
