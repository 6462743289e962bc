/** The service worker: offline, the un-isolated answer on the way out, and the reminder. */

import { fillCache, findKept, removeOthers, tidy } from "./cache.ts";
import { goesItself, isKit } from "./kit.ts";
import { keepLine, renewEndpoint, sayTouched, showCover, showLine } from "./line.ts";
import { readMessage } from "./messages.ts";
import { setup } from "./setup.ts";

declare const self: ServiceWorkerGlobalScope;

const kept = new Set([...setup.pages, ...setup.assets]);
let asked = 0;
const restMs = 3_000;
let restUntil = 0;
// WebKitGTK may run this worker in the very process that asks for its first page, which would
// outlive whatever is opened there: that page begins in another.
let isFirst = isKit;

self.addEventListener("install", (event) => {
  event.waitUntil(fillCache(null).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOthers().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  const message = readMessage(event.data);
  const port = event.ports[0];
  if (message.bounce) {
    asked++;
    port?.postMessage(true);
  }
  if (message.tidy) event.waitUntil(tidy());
  // The page may be going away: what it asked for is finished here.
  const answerAfter = (work: Promise<void>): void => {
    const isDone = work.then(
      () => true,
      () => false,
    );
    event.waitUntil(isDone.then((done) => port?.postMessage(done)));
  };
  if (message.language !== null) answerAfter(fillCache(message.language));
  if (message.line !== null) answerAfter(keepLine(message.line));
});

self.addEventListener("push", (event) => event.waitUntil(showLine()));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  // Without network it is not told; the next touch is.
  event.waitUntil(Promise.allSettled([showCover(), sayTouched()]));
});

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renewEndpoint(event.oldSubscription));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const isPage = request.mode === "navigate";
  if (!kept.has(url.pathname)) return;
  const isCover = isPage && url.pathname === setup.path;
  event.respondWith(isCover ? answerPage() : answer(url.pathname));
});

/**
 * The cover's page, or once the page that bounces: when it was asked for, and when a page is being
 * left in another way (reloaded, another address typed) while more than its cover was open.
 */
async function answerPage(): Promise<Response> {
  const now = Date.now();
  // A count, not a flag: another window's page must not take this one's bounce away.
  const isAsked = asked > 0;
  if (isAsked) asked--;
  const isLeft = !isAsked && now > restUntil && (await isAnyPageOpen());
  if (isLeft && (await goesItself())) {
    asked++;
    return new Response(null, { status: 204 });
  }
  const isBouncing = isAsked || isLeft || isFirst;
  isFirst = false;
  // The bounce comes straight back; without a rest another window could keep it going for ever.
  if (isBouncing) restUntil = now + restMs;
  return answer(isBouncing ? `${setup.path}b` : setup.path);
}

/** Whether any page of any cover holds the lock that an opened page holds. */
async function isAnyPageOpen(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name?.endsWith(" page")) ?? false;
}

async function answer(path: string): Promise<Response> {
  return (await findKept(path)) ?? fetch(path, { credentials: "omit" });
}
