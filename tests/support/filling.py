"""Many reminders that are not due: rows as long as real ones, in five lanes."""

from sqlalchemy import Engine, text

FILL = {
    "sqlite": """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
        INSERT INTO reminder SELECT randomblob(32), randomblob(32), randomblob(540), :lane + i % 5,
        '0123456789abcdef', 20000, :soon + i % 604800, :soon + i % 604800, 0, NULL FROM n""",
    "postgresql": """
        INSERT INTO reminder SELECT sha256((:soon + i)::text::bytea), sha256(i::text::bytea),
        decode(repeat(md5(i::text), 34), 'hex'), :lane + i % 5,
        '0123456789abcdef', 20000, :soon + i % 604800, :soon + i % 604800, 0, NULL
        FROM generate_series(1, :count) AS i""",
}


def fill(engine: Engine, stored: int, *, lane: int, soon_s: int) -> None:
    """Store reminders until there are so many, due from `soon_s` on."""
    with engine.begin() as connection:
        there = connection.execute(text("SELECT count(*) FROM reminder")).scalar_one()
        values = {"count": stored - there, "soon": soon_s + there, "lane": lane}
        connection.execute(text(FILL[engine.dialect.name]), values)
