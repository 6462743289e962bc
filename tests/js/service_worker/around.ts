/** What the service worker finds around it: caches, its registration, windows, the server. */

/** What `line.ts` exports; that file needs a worker's types, which tests do not have. */
export interface LineFile {
  readonly keepLine: (line: string) => Promise<void>;
  readonly showLine: () => Promise<void>;
  readonly showCover: () => Promise<void>;
  readonly sayTouched: () => Promise<void>;
  readonly renewEndpoint: (was: PushSubscription | null) => Promise<void>;
}

interface Shown {
  readonly title: string;
  readonly options: Record<string, unknown>;
}

/** A small browser for `line.ts`; put in place before that file is loaded, because it reads `S`. */
export class Around {
  readonly stored = new Map<string, Map<string, string>>();
  readonly shown: Shown[] = [];
  readonly asked: string[] = [];
  windows: string[] = [];
  endpoint = "";

  constructor() {
    const setup = {
      version: "1a",
      path: "/list/",
      pages: ["/list/"],
      assets: ["/a/1.js", "/a/2.png"],
    };
    const globals: Record<string, unknown> = {
      S: setup,
      self: { registration: this.#registration(), clients: this.#clients() },
      caches: this.#caches(),
      fetch: (path: string, options: RequestInit) => {
        const { method = "GET", body } = options;
        this.asked.push(
          `${method} ${path} ${typeof body === "string" ? body : ""}`.trim(),
        );
        return Promise.resolve(Response.json({ key: "key-2" }));
      },
    };
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(globalThis, name, { value, configurable: true });
  }

  #caches(): unknown {
    const named = (name: string): Map<string, string> => {
      const cache = this.stored.get(name) ?? new Map<string, string>();
      this.stored.set(name, cache);
      return cache;
    };
    const match = (name: string, path: string): Promise<Response | undefined> => {
      const text = this.stored.get(name)?.get(path);
      return Promise.resolve(text === undefined ? undefined : new Response(text));
    };
    return {
      open: (name: string) => {
        const cache = named(name);
        return Promise.resolve({
          put: async (path: string, answer: Response) =>
            void cache.set(path, await answer.text()),
          match: (path: string) => match(name, path),
        });
      },
      match: (path: string, { cacheName }: { cacheName: string }) =>
        match(cacheName, path),
      keys: () => Promise.resolve([...this.stored.keys()]),
      delete: (name: string) => Promise.resolve(this.stored.delete(name)),
    };
  }

  #registration(): unknown {
    const subscription = () => ({
      endpoint: this.endpoint,
      unsubscribe: () => {
        this.endpoint = "";
        return Promise.resolve(true);
      },
    });
    return {
      showNotification: (title: string, options: Record<string, unknown>) => {
        this.shown.push({ title, options });
        return Promise.resolve();
      },
      getNotifications: () =>
        Promise.resolve([{ close: () => void this.asked.push("closed") }]),
      pushManager: {
        getSubscription: () =>
          Promise.resolve(this.endpoint === "" ? null : subscription()),
        subscribe: () => {
          this.endpoint = "https://push.example/new";
          return Promise.resolve(subscription());
        },
      },
    };
  }

  #clients(): unknown {
    return {
      matchAll: () =>
        Promise.resolve(
          this.windows.map((url) => ({
            url,
            focus: () => void this.asked.push(`front ${url}`),
          })),
        ),
      openWindow: (path: string) => void this.asked.push(`open ${path}`),
    };
  }
}
