/** Buttons and rows: everything that is pressed. */

import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons.tsx";

/** `main`: what most people do next; `plain`: another way; `quiet`: text only; `grave`: cannot be undone. */
export type ButtonKind = "main" | "plain" | "quiet" | "grave";

/** A button: `onPress` runs at once. */
export function Button(props: {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly isBusy?: boolean;
  /** What it is about, where several buttons say the same; only screen readers tell it. */
  readonly about?: string | undefined;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { kind = "main", icon, isBusy = false, onPress, children } = props;
  return (
    <button
      type="button"
      class={`button ${kind}`}
      aria-disabled={isBusy}
      aria-description={props.about}
      onClick={() => (isBusy ? undefined : onPress())}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A button that shows a drawing only; its `label` is for those who hear it. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  /** What it is about, where several buttons say the same. */
  readonly about?: string;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-description={props.about}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
      <span class="quiet">{props.label}</span>
    </button>
  );
}

/** A line of a list that leads somewhere. */
export function Row(props: {
  readonly title: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly onPress: () => void;
}): JSX.Element {
  const { title, detail, icon, onPress } = props;
  return (
    <button type="button" class="row" onClick={onPress}>
      {icon && <Icon name={icon} />}
      <span class="row-words">
        <span class="row-title">{title}</span>
        {detail && <span class="row-detail">{detail}</span>}
      </span>
      <Icon name="next" />
    </button>
  );
}

/** Rows that belong together. */
export function Rows({
  children,
}: {
  readonly children: ComponentChildren;
}): JSX.Element {
  return <div class="rows">{children}</div>;
}

/** A switch that is on or off. */
export function Switch(props: {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): JSX.Element {
  const { label, hint, isOn, onChange } = props;
  return (
    <button
      type="button"
      class="row switch"
      role="switch"
      aria-checked={isOn}
      onClick={() => onChange(!isOn)}
    >
      <span class="row-words">
        <span class="row-title">{label}</span>
        {hint && <span class="row-detail">{hint}</span>}
      </span>
      <span class="track" aria-hidden="true">
        <span class="knob" />
      </span>
    </button>
  );
}
