/** The one Trusted Types policy, and every place where text becomes code or a script address. */

interface Policy {
  createScript(text: string): unknown;
  createScriptURL(url: string): unknown;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Record<string, (text: string) => string>): Policy;
}

/** Only our own hashed assets and the cover's own service worker may be loaded as scripts. */
const ownScript = /^\/(a\/[0-9a-f]+\.js|[a-z]+\/sw\.js)$/;

function checkScriptUrl(url: string): string {
  if (!ownScript.test(url)) throw new TypeError("not a script of this app");
  return url;
}

function makePolicy(): Policy {
  const rules = { createScript: (text: string) => text, createScriptURL: checkScriptUrl };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  return factory?.createPolicy("app", rules) ?? rules;
}

const policy = makePolicy();

/** Start a classic dedicated worker from one of our hashed assets. */
export function startWorker(url: string): Worker {
  return new Worker(policy.createScriptURL(url) as string);
}

/** Register the cover's service worker for the cover's own path. */
export function registerServiceWorker(path: string): Promise<ServiceWorkerRegistration> {
  const url = policy.createScriptURL(`${path}sw.js`) as string;
  return navigator.serviceWorker.register(url, { scope: path, updateViaCache: "none" });
}

/**
 * Run `code` as an inline module script.
 *
 * The text needs no trust here: the browser runs it only if its SHA-256 stands in the page's CSP.
 */
export function runModule(code: string): void {
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = policy.createScript(code) as string;
  document.head.append(script);
  // The browser has taken its own copy; the text need not stay in the document.
  script.remove();
}
