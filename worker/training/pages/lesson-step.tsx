import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import type { ShownModule } from '../shown.ts';
import { copy } from './copy.ts';
import { LessonText } from './lesson-text.tsx';
import { Place, StepForm, type StepFormProps } from './step-form.tsx';

type LessonStepProps = { shell: Shell; form: StepFormProps; module: ShownModule };

/** A lesson on somebody's way through the training. */
export function LessonStep({ shell, form, module }: LessonStepProps) {
  const { language } = shell;
  return (
    <Layout shell={shell} title={module.title} noindex>
      <div class="flow column">
        <Place shell={shell} form={form} />
        <h1>{module.title}</h1>
        <LessonText module={module} language={language} />
        <StepForm shell={shell} form={form} step="next" button={copy[language].toQuestions} />
      </div>
    </Layout>
  );
}
