"""`pwa desk …`: what an operator does for the desk on the command line."""

import os
import time

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from pwa import db
from pwa.agencies import Agency
from pwa.config import Config, read_config
from pwa.covers import LANGUAGES
from pwa.desk import journal
from pwa.desk.journal import Action
from pwa.desk.keys import DeskKeys
from pwa.desk.paths import ROOT
from pwa.desk.people import members
from pwa.desk.people.invitations import Invitations, Invited
from pwa.desk.people.words import read_country, read_email, read_language, read_name
from pwa.desk.roles import Role
from pwa.errors import MemberUnknown


@click.group()
def desk() -> None:
    """Look after the desk: agencies and the people who work there."""


@desk.command("create-admin")
@click.option("--agency", required=True, help="Its name; made when it is not there yet.")
@click.option("--email", required=True, help="The administrator's address, to sign in with.")
@click.option("--name", required=True, help="The administrator's name, as colleagues know it.")
@click.option("--country", default="US", show_default=True, help="Two letters, as in US.")
@click.option("--language", default="en", type=click.Choice(LANGUAGES), show_default=True)
def create_admin(agency: str, email: str, name: str, country: str, language: str) -> None:
    """Print a link with which an agency's administrator signs up. It works once, for three days.

    Hand it over in a way that only they can read. Everybody else is invited by them, at the desk.

    \b
    Example:
      pwa desk create-admin --agency "North House" --email marta@north.example --name Marta
    """
    config = read_config(os.environ)
    with _open(config).begin() as session:
        home = _agency(session, read_name(agency), read_country(country), read_language(language))
        invited = _invitations(session, config).invite(
            home, email=email, name=name, role=Role.ADMIN
        )
        journal.write(
            session,
            time.time(),
            Action.MEMBER_INVITED,
            agency_id=home.id,
            member_id=None,
            subject_id=invited.invitation.id,
        )
    _say(config, invited)


@desk.command("reset")
@click.argument("email")
def reset(email: str) -> None:
    """Take away what a member signs in with, and print a link with which they set it up again.

    For an administrator who lost phone and recovery codes. Be sure that it is they who ask.
    """
    config = read_config(os.environ)
    with _open(config).begin() as session:
        member = members.find(session, read_email(email))
        if member is None:
            raise MemberUnknown("No member of the desk has this e-mail address.")
        members.forget_sign_in(session, member)
        invited = _invitations(session, config).renew(member)
        journal.write(
            session,
            time.time(),
            Action.MEMBER_RESET,
            agency_id=member.agency_id,
            member_id=None,
            subject_id=member.id,
        )
    _say(config, invited)


def _open(config: Config) -> db.Sessions:
    return db.open_sessions(db.open_for_a_command(config.database_url))


def _invitations(session: Session, config: Config) -> Invitations:
    return Invitations(session, DeskKeys(config.desk_key), int(time.time()))


def _agency(session: Session, name: str, country: str, language: str) -> Agency:
    found = session.scalar(select(Agency).where(Agency.name == name))
    if found is None:
        found = Agency(name=name, country=country, language=language, created_at_s=int(time.time()))
        session.add(found)
        session.flush()
    return found


def _say(config: Config, invited: Invited) -> None:
    address = f"https://{config.desk_host}" if config.desk_host else ""
    click.echo(f"Link {address}{ROOT}/join/{invited.token}")
    if not address:
        click.echo("Put the address of your server in front of it.")
