/** Handing a list to someone: the phone's own share sheet, else the clipboard. */

/** `offered`: the sheet was shown, used or not; `copied`: it is on the clipboard. */
export type Shared = "offered" | "copied" | "refused";

/** Share text; never rejects. */
export async function share(text: string): Promise<Shared> {
  try {
    if ("share" in navigator) {
      await navigator.share({ text });
      return "offered";
    }
  } catch (error) {
    // The person closed the sheet: nothing else should happen then.
    if (error instanceof DOMException && error.name === "AbortError") return "offered";
  }
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "refused";
  }
}
