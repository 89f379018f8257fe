type EnterButtonProps = {
  /** The id of its form, where it stands outside of it. */
  form?: string;
  value: string;
  children: string;
};

/**
 * Enter presses the first button of a form, wherever that stands. This one goes before a button that means something
 * else, such as the other language at the top of the page. It is for Enter alone: the same button stands in its place
 * below, so nobody finds it by Tab or by ear. It is out of sight and not `hidden`, because Safari passes over a button
 * that is not rendered.
 */
export function EnterButton({ form, value, children }: EnterButtonProps) {
  return (
    <span class="enter" aria-hidden="true">
      <button type="submit" form={form} name="step" value={value} tabindex={-1}>
        {children}
      </button>
    </span>
  );
}
