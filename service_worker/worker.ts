/** The service worker: the cover works offline, and gives the un-isolated answer when asked. */

import { fillCache, findKept, removeOthers, tidy } from "./cache.ts";
import { readMessage } from "./messages.ts";
import { setup } from "./setup.ts";

declare const self: ServiceWorkerGlobalScope;

const kept = new Set([...setup.pages, ...setup.assets]);
const bounceMs = 2_000;
let bounceUntil = 0;

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
    bounceUntil = Date.now() + bounceMs;
    port?.postMessage(true);
  }
  if (message.tidy) event.waitUntil(tidy());
  if (message.language !== null) {
    const filled = fillCache(message.language).then(
      () => true,
      () => false,
    );
    event.waitUntil(filled.then((isDone) => port?.postMessage(isDone)));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const isPage = request.mode === "navigate";
  if (isPage ? url.pathname !== setup.path : !kept.has(url.pathname)) return;
  event.respondWith(answer(isPage ? pagePath() : url.pathname, request));
});

/** The cover's page, or once after a bounce was asked for, the page that bounces. */
function pagePath(): string {
  const isBouncing = Date.now() < bounceUntil;
  bounceUntil = 0;
  return isBouncing ? `${setup.path}b` : setup.path;
}

async function answer(path: string, request: Request): Promise<Response> {
  return (await findKept(path)) ?? fetch(request);
}
