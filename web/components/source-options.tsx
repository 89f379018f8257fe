export type SourceGroup = {
  /** Null is the campaign itself. */
  partner: string | null;
  options: { value: string; label: string }[];
};

type SourceOptionsProps = {
  groups: SourceGroup[];
  chosen: string;
  /** What it says where none is chosen. */
  none: string;
  own: string;
  describedBy?: string;
};

/** A list of sources by name, each partner's under its own. */
export function SourceOptions({ groups, chosen, none, own, describedBy }: SourceOptionsProps) {
  return (
    <select id="source" name="source" autocomplete="off" aria-describedby={describedBy}>
      <option value="">{none}</option>
      {groups.map(({ partner, options }) => (
        <optgroup label={partner ?? own}>
          {options.map(({ value, label }) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
