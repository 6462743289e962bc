/** The fields of one person, in three parts that open one by one, so that it never looks like a form. */

import type { ComponentChildren, JSX } from "preact";
import {
  type Channel,
  CHANNELS,
  CIRCLES,
  type Permission,
  type Person,
} from "../model/document.ts";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { t } from "../words.ts";
import { channelName, consentOptions, onlyLabel } from "./channels.ts";
import { circleName } from "./named.ts";

/** Change `person`; every key pressed is handed on at once. */
export function PersonFields(props: {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
}): JSX.Element {
  const { person, onChange } = props;
  const put = (part: Partial<Person>): void => onChange({ ...person, ...part });
  return (
    <>
      <Field
        label={t("Name to use")}
        hint={t("It need not be the real one.")}
        value={person.name}
        onInput={(name) => put({ name })}
      />
      <Field
        label={t("Number")}
        value={person.number}
        inputMode="tel"
        isVerbatim
        onInput={(number) => put({ number })}
      />
      <Part title={t("Who they are")}>
        <Field
          label={t("Who they are to me")}
          value={person.relation}
          onInput={(relation) => put({ relation })}
        />
        <Choice
          label={t("How close they are")}
          options={CIRCLES.map((value) => ({ value, name: circleName(value) }))}
          value={person.circle}
          onChange={(circle) => put({ circle })}
        />
        <Field
          label={t("E-mail")}
          value={person.email}
          inputMode="email"
          isVerbatim
          onInput={(email) => put({ email })}
        />
        <Field
          label={t("Chat")}
          hint={t("Which app, and their name there.")}
          value={person.chat}
          isVerbatim
          onInput={(chat) => put({ chat })}
        />
      </Part>
      <Part title={t("How to reach each other")}>
        <p class="hint">
          {t("What is okay between you? Leave out what you do not know.")}
        </p>
        {CHANNELS.map((channel) => (
          <PermissionField
            key={channel}
            channel={channel}
            permission={person.allowed[channel]}
            onChange={(permission) =>
              put({ allowed: { ...person.allowed, [channel]: permission } })
            }
          />
        ))}
        <Field
          label={t("Good times")}
          hint={t("When is it fine to call or write?")}
          value={person.safeTimes}
          multiline
          onInput={(safeTimes) => put({ safeTimes })}
        />
      </Part>
      <Part title={t("Talking with care")}>
        <Field
          label={t("The name they use for me")}
          value={person.callsMe}
          onInput={(callsMe) => put({ callsMe })}
        />
        <Field
          label={t("If someone else answers, I say")}
          value={person.ifOther}
          multiline
          onInput={(ifOther) => put({ ifOther })}
        />
        <Field
          label={t("Our words")}
          hint={t("Words only you two know, and what they mean.")}
          value={person.codeWords}
          multiline
          onInput={(codeWords) => put({ codeWords })}
        />
        <Field
          label={t("Also good to know")}
          value={person.notes}
          multiline
          onInput={(notes) => put({ notes })}
        />
      </Part>
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="part">
      <summary>{props.title}</summary>
      <div class="part-body">{props.children}</div>
    </details>
  );
}

function PermissionField(props: {
  readonly channel: Channel;
  readonly permission: Permission;
  readonly onChange: (permission: Permission) => void;
}): JSX.Element {
  const { channel, permission, onChange } = props;
  return (
    <>
      <Choice
        label={channelName(channel)}
        options={consentOptions(channel)}
        value={permission.consent}
        onChange={(consent) => onChange({ ...permission, consent })}
      />
      {permission.consent === "only" && (
        <Field
          label={onlyLabel(channel)}
          value={permission.only}
          multiline
          onInput={(only) => onChange({ ...permission, only })}
        />
      )}
    </>
  );
}
