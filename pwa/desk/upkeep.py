"""What the desk forgets by itself, whether anybody comes to it or not: when people sat at it.

Tries to sign in, sessions that are over, and the half minute in which a member's app was used last
are there to refuse somebody. Once they refuse nobody any more, they would only tell the hour.
"""

import logging
import threading
from collections.abc import Callable

from sqlalchemy import delete, update
from sqlalchemy.exc import SQLAlchemyError

from pwa.desk.models import Member, Try
from pwa.desk.signin.throttle import HOUR_S
from pwa.desk.signin.totp import STEP_S
from pwa.desk.tools import Desk
from pwa.logs import describe

EVERY_S = 600.0
STEPS_A_DAY = 86_400 // STEP_S
# A code of so many steps ago is refused for its age alone; clocks may be a little wrong.
STEPS_KEPT = 20

log = logging.getLogger("pwa.desk")


def forget(desk: Desk) -> None:
    """Delete tries of an hour ago and sessions that are over; keep of an app's last use the day."""
    now_s = desk.now_s()
    within_a_day = Member.totp_step % STEPS_A_DAY
    with desk.sessions.begin() as session:
        session.execute(delete(Try).where(Try.at_s <= now_s - HOUR_S))
        session.execute(
            update(Member)
            .where(Member.totp_step < now_s // STEP_S - STEPS_KEPT, within_a_day != 0)
            .values(totp_step=Member.totp_step - within_a_day)
        )
    desk.visits.forget()


def go_on(desk: Desk, rest: Callable[[float], bool]) -> None:
    """Forget now and then again, until `rest` says that it is over."""
    while True:
        try:
            forget(desk)
        except SQLAlchemyError as error:
            log.warning("the desk could not forget: %s", describe(error))
        if rest(EVERY_S):
            return


def start(desk: Desk) -> None:
    """Go on in a thread that ends with the process."""
    never = threading.Event()
    threading.Thread(target=go_on, args=(desk, never.wait), daemon=True).start()
