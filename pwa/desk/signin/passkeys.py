"""Passkeys (WebAuthn Level 3) by the `webauthn` package: adding one, and signing in with it.

A passkey is asked to check who holds it (fingerprint, face, code), so it counts as both steps.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import webauthn
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from pwa.desk.journal import Action
from pwa.desk.models import Member, Passkey
from pwa.desk.people.words import read_name
from pwa.desk.sessions import Visit
from pwa.desk.signin.challenges import Challenges
from pwa.desk.tools import Desk
from pwa.errors import DeskInvalid

NAME = "Desk"
MOST = 10
MAX_NAME = 60
# Base64url of at most 1,023 bytes (WebAuthn 3 §4).
CREDENTIAL_ID = re.compile(r"[A-Za-z0-9_-]{1,1364}")
REFUSED = "That passkey was not accepted."


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys belong to: the host without port, and the origin as browsers name it."""

    host: str
    origin: str

    @property
    def is_named(self) -> bool:
        """Say whether the host is a name; numbers cannot have passkeys."""
        return not self.host.replace(".", "").isdigit() and ":" not in self.host


class Passkeys:
    """Adds passkeys and signs in with them."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk
        self._challenges = Challenges(desk.sessions, desk.keys, desk.clock)

    def offer_adding(self, member: Member, site: Site, browser: str) -> str:
        """Return what the browser needs to make a passkey, as JSON."""
        with self._desk.sessions() as session:
            known = [
                PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.credential_id))
                for each in of_member(session, member.id)
            ]
        options = webauthn.generate_registration_options(
            rp_id=site.host,
            rp_name=NAME,
            user_name=member.email,
            user_display_name=member.name,
            user_id=self._handle(member.id),
            challenge=self._challenges.make(f"add {member.id} {browser}"),
            exclude_credentials=known,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
        )
        return webauthn.options_to_json(options)

    def add(self, member: Member, site: Site, browser: str, sent: Any) -> None:
        """Keep a passkey that the browser has made; raises `DeskInvalid` for anything else."""
        name = read_name(_text(sent, "name"))[:MAX_NAME]
        credential = _credential(sent)
        try:
            made = webauthn.verify_registration_response(
                credential=credential,
                expected_challenge=self._take(credential, f"add {member.id} {browser}"),
                expected_rp_id=site.host,
                expected_origin=site.origin,
                require_user_verification=True,
            )
        except WebAuthnException as error:
            raise DeskInvalid(REFUSED) from error
        with self._desk.sessions.begin() as session:
            credential_id = bytes_to_base64url(made.credential_id)
            taken = select(Passkey.id).where(Passkey.credential_id == credential_id)
            if len(of_member(session, member.id)) >= MOST or session.scalar(taken) is not None:
                raise DeskInvalid(REFUSED)
            session.add(
                Passkey(
                    member_id=member.id,
                    credential_id=credential_id,
                    public_key=made.credential_public_key,
                    sign_count=made.sign_count,
                    name=name,
                    created_at_s=self._desk.now_s(),
                )
            )
            try:
                session.flush()
            except IntegrityError as error:
                # The same one was added at this moment.
                raise DeskInvalid(REFUSED) from error
            self._desk.note(session, member, Action.PASSKEY_ADDED)

    def remove(self, visit: Visit, member: Member, passkey_id: int) -> bool:
        """Remove a passkey of a member; `False` when it is none of theirs.

        Signs out everywhere else: whoever holds the device may have signed in with it.
        """
        with self._desk.sessions.begin() as session:
            found = session.get(Passkey, passkey_id)
            if found is None or found.member_id != member.id:
                return False
            session.delete(found)
            self._desk.note(session, member, Action.PASSKEY_REMOVED)
        self._desk.visits.end_all(member.id, but=visit)
        return True

    def offer_signing_in(self, site: Site, browser: str) -> str:
        """Return what the browser needs to sign in with a passkey, as JSON."""
        options = webauthn.generate_authentication_options(
            rp_id=site.host,
            challenge=self._challenges.make(f"sign in {browser}"),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return webauthn.options_to_json(options)

    def sign_in(self, site: Site, browser: str, sent: Any) -> Member:
        """Return whose passkey this is; raises `DeskInvalid` for anything that is not good."""
        credential = _credential(sent)
        with self._desk.sessions() as session:
            passkey = session.scalar(
                select(Passkey).where(Passkey.credential_id == _id(credential))
            )
            member = session.get(Member, passkey.member_id) if passkey is not None else None
        if passkey is None or member is None or not member.is_active:
            raise DeskInvalid(REFUSED)
        try:
            seen = webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=self._take(credential, f"sign in {browser}"),
                expected_rp_id=site.host,
                expected_origin=site.origin,
                credential_public_key=passkey.public_key,
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            )
        except WebAuthnException as error:
            raise DeskInvalid(REFUSED) from error
        with self._desk.sessions.begin() as session:
            change = update(Passkey).where(Passkey.id == passkey.id)
            session.execute(change.values(sign_count=seen.new_sign_count))
        return member

    def _take(self, credential: dict[str, Any], purpose: str) -> bytes:
        """Return the challenge that was answered, which must be one of ours and not taken yet."""
        try:
            client = json.loads(base64url_to_bytes(credential["response"]["clientDataJSON"]))
            challenge = base64url_to_bytes(client["challenge"])
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            raise DeskInvalid(REFUSED) from error
        if not self._challenges.take(challenge, purpose):
            raise DeskInvalid(REFUSED)
        return challenge

    def _handle(self, member_id: int) -> bytes:
        """Return a number for a member that says nothing about them (WebAuthn 3 §5.4.3)."""
        return bytes.fromhex(self._desk.keys.mark("passkey owner", str(member_id)))


def of_member(session: Session, member_id: int) -> Sequence[Passkey]:
    """Return a member's passkeys, oldest first."""
    wanted = select(Passkey).where(Passkey.member_id == member_id).order_by(Passkey.id)
    return session.scalars(wanted).all()


def _credential(sent: Any) -> dict[str, Any]:
    found = sent.get("credential") if isinstance(sent, dict) else None
    if not isinstance(found, dict):
        raise DeskInvalid(REFUSED)
    return found


def _id(credential: dict[str, Any]) -> str:
    # Anything else is no passkey's, and not every text can be asked of every database.
    found = _text(credential, "id")
    if not CREDENTIAL_ID.fullmatch(found):
        raise DeskInvalid(REFUSED)
    return found


def _text(sent: Any, key: str) -> str:
    found = sent.get(key) if isinstance(sent, dict) else None
    if not isinstance(found, str):
        raise DeskInvalid(REFUSED)
    return found
