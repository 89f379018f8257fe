/** Words a minute, as people read aloud. */
export const pace = 130;

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** How long it takes to read so many words aloud: minutes and seconds, such as "1:30". */
export function readingTime(words: number): string {
  const seconds = Math.round((words * 60) / pace);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How many words are too many for so many minutes; 0 where all of them fit. */
export function wordsOver(words: number, minutes: number): number {
  return Math.max(0, words - minutes * pace);
}
