export type SourceGroup = {
  /** Null for the campaign itself. */
  partner: string | null;
  options: { value: string; label: string }[];
};

type SourceOptionsProps = {
  groups: SourceGroup[];
  chosen: string;
  /** The text of the option that chooses none. */
  none: string;
  own: string;
  describedBy?: string;
};

/** A list of sources by name, grouped by partner. */
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
