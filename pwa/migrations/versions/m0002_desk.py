"""The desk: agencies, members, sessions, and a journal that can only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFUSAL = "the journal can only grow"
SQLITE = tuple(
    f"CREATE TRIGGER desk_journal_no_{verb} BEFORE {verb.upper()} ON desk_journal {when}"
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb, when in (
        ("update", ""),
        ("delete", ""),
        # INSERT OR REPLACE would overwrite a row without deleting it.
        ("insert", "WHEN EXISTS (SELECT 1 FROM desk_journal WHERE id = NEW.id) "),
    )
)
POSTGRESQL = (
    "CREATE FUNCTION desk_journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    "CREATE TRIGGER desk_journal_no_change BEFORE UPDATE OR DELETE ON desk_journal "
    "FOR EACH ROW EXECUTE FUNCTION desk_journal_refuse()",
    "CREATE TRIGGER desk_journal_no_truncate BEFORE TRUNCATE ON desk_journal "
    "FOR EACH STATEMENT EXECUTE FUNCTION desk_journal_refuse()",
)


def upgrade() -> None:
    """Make the desk's tables, and the triggers that keep the journal."""
    _make_people()
    _make_sign_in()
    op.create_table(
        "desk_journal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("agency_id", sa.Integer, sa.ForeignKey("desk_agency.id"), nullable=False),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("desk_member.id")),
        sa.Column("at_s", sa.BigInteger, nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("subject_id", sa.Integer),
    )
    op.create_index("ix_desk_journal_agency_id", "desk_journal", ["agency_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Drop the desk's tables; the triggers go with theirs."""
    for table in (
        "desk_journal",
        "desk_try",
        "desk_passkey",
        "desk_recovery_code",
        "desk_session",
        "desk_invitation",
        "desk_member",
        "desk_agency",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION desk_journal_refuse()")


def _make_people() -> None:
    op.create_table(
        "desk_agency",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("created_at_s", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "desk_member",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("agency_id", sa.Integer, sa.ForeignKey("desk_agency.id"), nullable=False),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.String(200)),
        sa.Column("totp_sealed", sa.LargeBinary),
        sa.Column("totp_step", sa.BigInteger, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("created_at_s", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_desk_member_agency_id", "desk_member", ["agency_id"])
    op.create_table(
        "desk_invitation",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("agency_id", sa.Integer, sa.ForeignKey("desk_agency.id"), nullable=False),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("desk_member.id")),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("expires_at_s", sa.BigInteger, nullable=False),
        sa.Column("is_closed", sa.Boolean, nullable=False),
    )
    op.create_index("ix_desk_invitation_agency_id", "desk_invitation", ["agency_id"])


def _make_sign_in() -> None:
    op.create_table(
        "desk_session",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("desk_member.id"), nullable=False),
        sa.Column("is_full", sa.Boolean, nullable=False),
        sa.Column("created_at_s", sa.BigInteger, nullable=False),
        sa.Column("seen_at_s", sa.BigInteger, nullable=False),
        sa.Column("proved_at_s", sa.BigInteger, nullable=False),
        sa.Column("notes", sa.JSON, nullable=False),
    )
    op.create_index("ix_desk_session_member_id", "desk_session", ["member_id"])
    op.create_table(
        "desk_recovery_code",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("desk_member.id"), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("is_used", sa.Boolean, nullable=False),
    )
    op.create_index("ix_desk_recovery_code_member_id", "desk_recovery_code", ["member_id"])
    op.create_table(
        "desk_passkey",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("desk_member.id"), nullable=False),
        sa.Column("credential_id", sa.String(1364), nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("sign_count", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("created_at_s", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_desk_passkey_member_id", "desk_passkey", ["member_id"])
    op.create_table(
        "desk_try",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("at_s", sa.BigInteger, nullable=False),
    )
    op.create_index("desk_try_mark", "desk_try", ["mark", "at_s"])
