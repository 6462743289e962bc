/** The part of a phone that reminders touch: permission, push, a service worker, and the server. */

import type { TestContext } from "node:test";

/** What happened, in order, and what the next answers are. */
export class Phone {
  readonly asked: string[] = [];
  readonly sent: unknown[] = [];
  permission: NotificationPermission = "granted";
  /** Endpoint that is subscribed; empty for none. */
  endpoint = "";
  /** Answers of `/r` by method; a missing one is no answer at all. */
  answers: Partial<Record<string, () => Response>> = {
    GET: () => Response.json({ key: "key-1", days: 30 }),
    POST: () => Response.json({ id: "id-1" }, { status: 201 }),
    PUT: () => new Response(null, { status: 204 }),
    DELETE: () => new Response(null, { status: 204 }),
  };
  isOnline = true;
  /** The key that the present endpoint was made for. */
  key = "key-1";
  #made = 0;

  /** Put this phone in the place of the browser until the test is over. */
  constructor(t: TestContext) {
    const { globals, kept } = { globals: this.#globals(), kept: new Map() };
    for (const [name, value] of Object.entries(globals)) {
      kept.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
    t.after(() => {
      for (const [name, old] of kept as Map<string, PropertyDescriptor | undefined>) {
        if (old === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, old);
      }
    });
  }

  #globals(): Record<string, unknown> {
    const registration = {
      pushManager: this.#pushManager(),
      active: {
        postMessage: (data: unknown, ports?: MessagePort[]) => this.#told(data, ports),
      },
    };
    const serviceWorker = { getRegistration: () => Promise.resolve(registration) };
    const isOnline = (): boolean => this.isOnline;
    const permission = (): NotificationPermission => this.permission;
    const fetch = (path: string, options: RequestInit): Promise<Response> => {
      const { method = "GET", body } = options;
      const text = typeof body === "string" ? body : "";
      this.asked.push(`${method} ${path}${text === "" ? "" : ` ${text}`}`);
      const answer = this.answers[method];
      return answer === undefined
        ? Promise.reject(new TypeError("offline"))
        : Promise.resolve(answer());
    };
    return {
      navigator: {
        serviceWorker,
        get onLine() {
          return isOnline();
        },
      },
      Notification: {
        get permission() {
          return permission();
        },
        requestPermission: () => {
          this.asked.push("permission");
          return Promise.resolve(this.permission);
        },
      },
      fetch,
    };
  }

  #pushManager(): unknown {
    const subscription = () => ({
      endpoint: this.endpoint,
      unsubscribe: () => {
        this.asked.push("unsubscribe");
        this.endpoint = "";
        return Promise.resolve(true);
      },
    });
    return {
      getSubscription: () =>
        Promise.resolve(this.endpoint === "" ? null : subscription()),
      subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
        if (this.endpoint !== "" && applicationServerKey !== this.key)
          return Promise.reject(new DOMException("other key", "InvalidStateError"));
        this.key = applicationServerKey;
        if (this.endpoint === "") this.endpoint = `https://push.example/${++this.#made}`;
        return Promise.resolve(subscription());
      },
    };
  }

  /** The service worker: told to end it, it does. */
  #told(data: unknown, ports: MessagePort[] = []): void {
    this.sent.push(data);
    const { line } = data as { line: string };
    if (line === "") this.endpoint = "";
    ports[0]?.postMessage(true);
    // An open port would keep the test's process alive.
    ports[0]?.close();
  }
}
