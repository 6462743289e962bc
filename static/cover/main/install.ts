/** Keep the browser's own offer to install, so that it can be made at the right moment. */

interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: string }>;
}

/** Catch the browser's offer; the returned function makes it, `false` where there is none. */
export function catchInstall(): () => Promise<boolean> {
  let offer: InstallEvent | null = null;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallEvent;
  });
  return async () => {
    if (offer === null) return false;
    const { outcome } = await offer.prompt();
    offer = null;
    return outcome === "accepted";
  };
}
