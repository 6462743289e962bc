// A page that a member left open leaves the screen: when the time is over, when somebody comes back
// to it by Back, and when this browser has signed out in another tab. Without this script the
// page's Refresh header still does the first.

const { idle, closed, over } = document.documentElement.dataset;
const others = new BroadcastChannel("desk");

if (over !== undefined) others.postMessage("over");

if (idle !== undefined) {
  const openedAt = Date.now();
  const leave = (path) => {
    document.body.hidden = true;
    location.replace(path);
  };
  const look = () => {
    if (Date.now() - openedAt < Number(idle) * 1000) return;
    leave(closed);
  };
  setTimeout(look, Number(idle) * 1000);
  // A lid that was shut stops the timer, but not the time.
  for (const name of ["visibilitychange", "focus"]) addEventListener(name, look);
  others.addEventListener("message", () => leave("/desk/signed-out"));
  // What Back would show stays hidden until the server has said whether it may be shown.
  addEventListener("pagehide", () => {
    document.body.hidden = true;
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
