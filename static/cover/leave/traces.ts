/** Clear what may stay outside the page; runs beside the exit and is never waited for. */

/** Whether this session put text on the clipboard. */
export interface Clipboard {
  wasUsed: boolean;
}

/** Put text on the clipboard and remember it; `false` where the browser refuses. */
export async function copyText(clipboard: Clipboard, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    clipboard.wasUsed = true;
    return true;
  } catch {
    return false;
  }
}

async function closeNotifications(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const shown = (await registration?.getNotifications()) ?? [];
  for (const notification of shown) notification.close();
}

/** Start every clean-up at once; a failed one changes nothing for the others. */
export function clearTraces(clipboard: Clipboard): void {
  const quiet = (work: Promise<unknown> | undefined): void => {
    work?.catch(() => null);
  };
  if (clipboard.wasUsed) quiet(navigator.clipboard.writeText(""));
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.controller?.postMessage({ tidy: true });
    quiet(closeNotifications());
  }
  if ("clearAppBadge" in navigator) quiet(navigator.clearAppBadge());
}
