/** Tells phones apart, only to say where their "install" is. */

/** Kinds that differ in how an app is put on the home screen. */
export type Platform = "ios" | "android" | "samsung" | "android-firefox" | "desktop";

/** What the browser says about itself. */
export interface Browser {
  readonly userAgent: string;
  /** iPads call themselves Macs; only their touch points give them away. */
  readonly maxTouchPoints: number;
}

/** Tell the platform from what the browser says. */
export function platformOf({ userAgent, maxTouchPoints }: Browser): Platform {
  if (/iPhone|iPod|iPad/.test(userAgent)) return "ios";
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return "ios";
  if (!userAgent.includes("Android")) return "desktop";
  if (userAgent.includes("SamsungBrowser")) return "samsung";
  return userAgent.includes("Firefox") ? "android-firefox" : "android";
}
