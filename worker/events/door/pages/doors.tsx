import { ConsoleList } from '../../../../web/console/list.tsx';
import { formatNumber, message } from '../../../../web/language.ts';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { doorCopy } from './copy.ts';

export type Door = { when: string; href: string; checkedIn: number; walkIns: number };

/** The times of an event, with the list at the door and who came. */
export function Doors({ shell, doors }: { shell: Shell; doors: readonly Door[] }) {
  const { language } = shell;
  const words = doorCopy[language];
  return (
    <ConsoleList
      shell={shell}
      caption={words.title}
      columns={[{ label: words.time }, { label: words.cameHead }]}
      rows={doors.map(({ when, href, checkedIn, walkIns }) => [
        <a href={linkFrom(shell, href)}>{when}</a>,
        message(
          words.camePeople,
          { checkedIn: formatNumber(checkedIn, language), walkIns: formatNumber(walkIns, language) },
          language,
        ),
      ])}
    />
  );
}
