import { type Language, message } from '../../../web/language.ts';
import { type Topic, topics } from '../rules.ts';
import { copy } from './copy.ts';

/** A story as everybody sees it who may. */
export type ShownStory = {
  /** Null where the teller wants no name. */
  name: string | null;
  answers: Record<Topic, string>;
  language: Language;
  isExample: boolean;
};

/** The one rendering: what the teller sees before saying yes, and what stands in every place afterwards. */
export function StoryText({ story, language }: { story: ShownStory; language: Language }) {
  const words = copy[language];
  const spoken = story.language === language ? undefined : story.language;
  return (
    <article class="flow">
      <h2>{whoOf(story, language)}</h2>
      {story.isExample && (
        <p>
          <b>{words.example}</b>
        </p>
      )}
      {spoken && <p class="small">{words.told[spoken]}</p>}
      {topics
        .filter((topic) => story.answers[topic] !== '')
        .map((topic) => (
          <section class="flow">
            <h3>{words.topics[topic]}</h3>
            <div class="prose flow" lang={spoken}>
              {story.answers[topic].split(/\n{2,}/).map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </div>
          </section>
        ))}
    </article>
  );
}

/** "A survivor", "M., a name chosen for this story". */
export function whoOf({ name }: Pick<ShownStory, 'name'>, language: Language): string {
  const { who } = copy[language];
  return name === null ? who.none : message(who.named, { name }, language);
}
