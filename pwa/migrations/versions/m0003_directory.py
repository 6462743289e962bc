"""The directory; kits belong to agencies and remember how many uses they had."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

AGENCY = "desk_agency.id"


def upgrade() -> None:
    _make_directory()
    with op.batch_alter_table("kit") as kit:
        kit.add_column(sa.Column("uses", sa.Integer))
        kit.add_column(sa.Column("agency_id", sa.Integer))
        kit.add_column(sa.Column("choice", sa.JSON))
    # What an earlier kit had at first is not known any more: what is left is the least it had.
    op.execute("UPDATE kit SET uses = uses_left, choice = '{}'")
    with op.batch_alter_table("kit") as kit:
        kit.alter_column("uses", nullable=False, existing_type=sa.Integer)
        kit.alter_column("choice", nullable=False, existing_type=sa.JSON)
        kit.create_foreign_key("kit_agency", "desk_agency", ["agency_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("kit") as kit:
        kit.drop_constraint("kit_agency", type_="foreignkey")
        kit.drop_column("choice")
        kit.drop_column("agency_id")
        kit.drop_column("uses")
    for table in ("sheet", "line_word", "local_service"):
        op.drop_table(table)


def _make_directory() -> None:
    op.create_table(
        "local_service",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("agency_id", sa.Integer, sa.ForeignKey(AGENCY), nullable=False),
        sa.Column("ref", sa.String(8), nullable=False),
        sa.Column("name_key", sa.String(300), nullable=False),
        sa.Column("values", sa.JSON, nullable=False),
    )
    op.create_index("local_service_ref", "local_service", ["agency_id", "ref"], unique=True)
    op.create_index("local_service_name", "local_service", ["agency_id", "name_key"], unique=True)
    op.create_table(
        "line_word",
        sa.Column("agency_id", sa.Integer, sa.ForeignKey(AGENCY), primary_key=True),
        sa.Column("line", sa.String(40), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("values", sa.JSON, nullable=False),
        sa.Column("checked_on", sa.String(10), nullable=False),
        sa.Column("checked_by", sa.String(80), nullable=False),
    )
    op.create_table(
        "sheet",
        sa.Column("agency_id", sa.Integer, sa.ForeignKey(AGENCY), primary_key=True),
        sa.Column("name", sa.String(32), nullable=False, unique=True),
        sa.Column("edition", sa.Integer, nullable=False),
    )
