/** The words for ways to reach someone and for what was agreed about them. */

import type { Channel, Consent, Permission } from "../model/document.ts";
import type { Option } from "../ui/choice.tsx";
import { t } from "../words.ts";

/** Name of a channel. */
export function channelName(channel: Channel): string {
  switch (channel) {
    case "voicemail":
      return t("Voice messages");
    case "text":
      return t("Texts");
    case "email":
      return t("E-mail");
    case "chat":
      return t("Chat");
    case "call":
      return t("Calls");
  }
}

/** What a channel's "only" asks for: what may be said, or when. */
export function onlyLabel(channel: Channel): string {
  return channel === "call" ? t("Only when…") : t("Only say…");
}

/** The answers for one channel. */
export function consentOptions(channel: Channel): readonly Option<Consent>[] {
  return [
    { value: "yes", name: t("Yes") },
    { value: "no", name: t("No") },
    { value: "only", name: onlyLabel(channel) },
    { value: "", name: t("Not sure") },
  ];
}

/** What was agreed, in a few words. */
export function permissionWords(permission: Permission): string {
  switch (permission.consent) {
    case "yes":
      return t("fine");
    case "no":
      return t("not okay");
    case "only":
      return permission.only.trim() === ""
        ? t("only with care")
        : t("only: {words}", { words: permission.only.trim() });
    case "":
      return t("not said");
  }
}
