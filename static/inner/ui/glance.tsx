/** What a locked phone will show: the cover's own icon, its name or address, and the line. */

import type { JSX } from "preact";
import { coverName } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import { t } from "../words.ts";

/** A drawn lock screen with the line on it. */
export function Glance({ line }: { readonly line: string }): JSX.Element {
  const { host } = useInside();
  // Browsers name an installed app, and for a page its address.
  const name = host.isInstalled ? coverName(host.cover) : location.host;
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href;
  return (
    <figure class="glance" aria-label={t("On the locked phone")}>
      <p class="glance-clock" aria-hidden="true">
        10:12
      </p>
      <div class="glance-card">
        {icon !== undefined && <img src={icon} alt="" width="36" height="36" />}
        <p>
          <span class="glance-name">{name}</span>
          <span class="glance-line" dir="auto">
            {line}
          </span>
        </p>
        <span class="glance-name">{t("now")}</span>
      </div>
    </figure>
  );
}
