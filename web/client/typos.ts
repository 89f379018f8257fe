// The spelling of addresses is loaded by itself, because nobody has typed one when a page is first shown.
import { askForLikelyAddress } from './meant.ts';

askForLikelyAddress();
