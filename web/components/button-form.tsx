import type { ComponentChildren } from 'preact';

interface ButtonFormProps {
  readonly action: string;
  /** Hidden fields by name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly button: string;
  readonly kind?: 'primary' | 'secondary' | 'danger';
  /** The one thing that its page is for. */
  readonly big?: boolean;
  /** The id of the text that says what pressing it means. */
  readonly describedBy?: string;
  /** Fields of the form that people fill in, above the button. */
  readonly children?: ComponentChildren;
}

/** One deed behind one button: a plain POST, because following a link must never change anything. */
export function ButtonForm({
  action,
  fields,
  button,
  kind = 'primary',
  big,
  describedBy,
  children,
}: ButtonFormProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button
        type="submit"
        class={big ? `button ${kind} big` : `button ${kind}`}
        aria-describedby={describedBy}
      >
        {button}
      </button>
    </form>
  );
}
