/**
 * The reminder: one line of the cover, shown when a push without any text arrives.
 *
 * The line is the only thing kept; it stands in a cache of its own, which outlives a new version.
 */

import { coverTitle, linesName } from "./cache.ts";
import { setup } from "./setup.ts";

declare const self: ServiceWorkerGlobalScope;

const place = `${setup.path}line`;

/** Keep the line that is shown from now on; an empty one ends the reminder on this phone. */
export async function keepLine(line: string): Promise<void> {
  if (line === "") return end();
  const cache = await caches.open(linesName);
  await cache.put(place, new Response(line));
}

async function end(): Promise<void> {
  const { pushManager } = self.registration;
  const kept = await pushManager.getSubscription();
  // The line goes whatever becomes of the endpoint.
  const ended = kept?.unsubscribe();
  await caches.delete(linesName);
  for (const shown of await self.registration.getNotifications()) shown.close();
  if ((await ended) === false) throw new Error("not ended");
}

async function keptLine(): Promise<string | undefined> {
  const answer = await caches.match(place, { cacheName: linesName });
  return answer?.text();
}

/**
 * Show the line; without one the cover's title, because a push must show something.
 *
 * One tag, so that a second push replaces the first; no data, no number.
 */
export async function showLine(): Promise<void> {
  const line = (await keptLine()) ?? (await coverTitle());
  const icon = setup.assets.find((path) => path.endsWith(".png"));
  await self.registration.showNotification(line, {
    tag: setup.path,
    ...(icon === undefined ? {} : { icon }),
  });
}

/** Bring the cover to the front, or open it at its one address. */
export async function showCover(): Promise<void> {
  const pages = await self.clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  const page = pages.find(({ url }) => new URL(url).pathname === setup.path);
  await (page === undefined ? self.clients.openWindow(setup.path) : page.focus());
}

/** The browser gave up an endpoint: get another and tell the server which one it replaces. */
export async function renewEndpoint(was: PushSubscription | null): Promise<void> {
  // Without the old one the server could not know whose the new one is.
  if (was === null) return;
  const answer = await fetch("/r", { cache: "no-store", credentials: "omit" });
  if (!answer.ok) return;
  const { key } = (await answer.json()) as { key: string };
  const { endpoint } = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  await tell(was.endpoint, endpoint);
}

/**
 * The line was touched: the phone is in use, and its reminder need not rest.
 *
 * The same for every way of turning it on, so that it tells nothing of a space.
 */
export async function sayTouched(): Promise<void> {
  const kept = await self.registration.pushManager.getSubscription();
  if (kept !== null) await tell(kept.endpoint, kept.endpoint);
}

async function tell(was: string, endpoint: string): Promise<void> {
  await fetch("/r", {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ was, endpoint }),
    cache: "no-store",
    credentials: "omit",
  });
}
