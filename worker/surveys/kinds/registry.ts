import { allocation } from './allocation.ts';
import { district } from './district.ts';
import { longText } from './long-text.ts';
import { multiple } from './multiple.ts';
import { number } from './number.ts';
import { ranking } from './ranking.ts';
import { scale } from './scale.ts';
import { shortText } from './short-text.ts';
import { single } from './single.ts';
import { zip } from './zip.ts';

/** Every kind of question. To add one, write a module, a line here and a line in `pages/registry.ts`. */
export const kinds = [
  single,
  multiple,
  scale,
  ranking,
  allocation,
  number,
  shortText,
  longText,
  zip,
  district,
];
