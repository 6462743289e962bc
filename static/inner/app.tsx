/** Draws the screen that the route names. */

import type { JSX } from "preact";
import { type Route, useRoute } from "./model/route.ts";
import { Arrange } from "./screens/arrange.tsx";
import { Calm } from "./screens/calm.tsx";
import { Call } from "./screens/call.tsx";
import { CheckInScreen } from "./screens/checkin.tsx";
import { CheckIns } from "./screens/checkins.tsx";
import { Card } from "./screens/card.tsx";
import { CardLines } from "./screens/cardlines.tsx";
import { CardPick } from "./screens/cardpick.tsx";
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
import { Search } from "./screens/search.tsx";
import { Second } from "./screens/second.tsx";
import { ChangeSecret } from "./screens/secret.tsx";
import { Section } from "./screens/section.tsx";
import { Settings } from "./screens/settings.tsx";
import { Shape } from "./screens/shape.tsx";
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
      return <Plan chapter={route.chapter} from={route.from} />;
    case "section":
      return <Section key={route.id} id={route.id} at={route.at} />;
    case "arrange":
      return <Arrange />;
    case "shape":
      return <Shape key={route.id} id={route.id} />;
    case "search":
      return <Search query={route.query} />;
    case "card":
      return <Card />;
    case "cardlines":
      return <CardLines />;
    case "cardpick":
      return <CardPick />;
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
    case "checkin":
      return <CheckInScreen />;
    case "checkins":
      return <CheckIns at={route.at} />;
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
