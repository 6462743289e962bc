/** Draws the screen that the route names. */

import type { JSX } from "preact";
import { type Route, useRoute } from "./model/route.ts";
import { Calm } from "./screens/calm.tsx";
import { Call } from "./screens/call.tsx";
import { Erase } from "./screens/erase.tsx";
import { Eraser } from "./screens/eraser.tsx";
import { First } from "./screens/first.tsx";
import { Home } from "./screens/home.tsx";
import { InstallScreen } from "./screens/install.tsx";
import { Language } from "./screens/language.tsx";
import { Leaving } from "./screens/leaving.tsx";
import { LimitsScreen } from "./screens/limits.tsx";
import { MattersScreen } from "./screens/matters.tsx";
import { People } from "./screens/people.tsx";
import { PersonScreen } from "./screens/person.tsx";
import { Plan } from "./screens/plan.tsx";
import { PracticeScreen } from "./screens/practice.tsx";
import { RemindScreen } from "./screens/remind.tsx";
import { Second } from "./screens/second.tsx";
import { ChangeSecret } from "./screens/secret.tsx";
import { Section } from "./screens/section.tsx";
import { Settings } from "./screens/settings.tsx";
import { ToolScreen } from "./tools/tool.tsx";

/** The whole app: one screen at a time. */
export function App(): JSX.Element {
  const { route } = useRoute();
  return <div class="stage">{screenOf(route)}</div>;
}

/** A key per place, so that every move draws a new screen and its heading takes the focus. */
function screenOf(route: Route): JSX.Element {
  switch (route.name) {
    case "home":
      return <Home />;
    case "plan":
      return <Plan />;
    case "section":
      return <Section key={route.id} id={route.id} />;
    case "call":
      return <Call />;
    case "calm":
      return <Calm />;
    case "tool":
      return <ToolScreen key={route.id} id={route.id} />;
    case "people":
      return <People />;
    case "person":
      return <PersonScreen key={route.id} id={route.id} />;
    case "settings":
      return <Settings />;
    case "leaving":
      return <Leaving />;
    case "secret":
      return <ChangeSecret />;
    case "second":
      return <Second />;
    case "eraser":
      return <Eraser />;
    case "language":
      return <Language />;
    case "erase":
      return <Erase />;
    case "limits":
      return <LimitsScreen />;
    case "first":
      return <First />;
    case "install":
      return <InstallScreen />;
    case "practice":
      return <PracticeScreen />;
    case "matters":
      return <MattersScreen />;
    case "remind":
      return <RemindScreen />;
  }
}
