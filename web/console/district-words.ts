import { message } from '../language.ts';
import type { ConsoleFrame } from './frame-props.ts';

/** A text that says "district", or "place" if the city has no districts. */
export function districtWords(words: string, { campaign, shell }: ConsoleFrame): string {
  return message(words, { districts: campaign.districts }, shell.language);
}
