/** The colors of the page around a frame: light, dark, or as each visitor's system is. */
export const frameSchemes = ['light', 'dark', 'auto'] as const;
export type Scheme = (typeof frameSchemes)[number];
