"""Median time to resolution (Kaplan-Meier) and counts by group over the outcomes of a store, in a table engine.

usage: assessments_peer.py duckdb|polars STORE
"""

import sqlite3
import sys

COLUMNS = ["family", "root_cause", "worker", "detected", "ended", "closer", "at_risk_at_end"]


def read(path):
    """The columns it takes, through Python's SQLite: neither engine reads the file by itself without a download."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM outcome").fetchall()
    return dict(zip(COLUMNS, zip(*rows)))


def with_polars(columns):
    import polars as pl

    table = pl.DataFrame(columns).with_columns(days=pl.col("ended") - pl.col("detected"), is_end=pl.col("closer").is_not_null())
    groups = table.group_by("family", "root_cause", "worker").agg(pl.len(), pl.col("at_risk_at_end").sum())
    steps = (
        table.group_by("days").agg(ends=pl.col("is_end").sum(), leaving=pl.len()).sort("days")
        .with_columns(at_risk=table.height - pl.col("leaving").cum_sum() + pl.col("leaving"))
        .with_columns(alive=(1 - pl.col("ends") / pl.col("at_risk")).cum_prod()))
    return groups.height, steps.filter(pl.col("alive") <= 0.5)["days"].min()


def with_duckdb(columns):
    import duckdb
    import polars as pl

    table = pl.DataFrame(columns).to_arrow()  # noqa: F841, DuckDB finds it by its name
    groups = duckdb.sql(
        "SELECT count(*) FROM (SELECT family, root_cause, worker, count(*), sum(at_risk_at_end) FROM table GROUP BY ALL)"
        .replace("FROM table", 'FROM "table"')).fetchall()[0][0]
    median = duckdb.sql("""
        WITH steps AS (
            SELECT ended - detected AS days, count(closer) AS ends, count(*) AS leaving FROM "table" GROUP BY 1),
        alive AS (
            SELECT days, exp(sum(ln(greatest(1e-300, 1 - ends / at_risk))) OVER (ORDER BY days)) AS alive FROM (
                SELECT *, sum(leaving) OVER (ORDER BY days DESC) AS at_risk FROM steps))
        SELECT min(days) FROM alive WHERE alive <= 0.5""").fetchall()[0][0]
    return groups, median


if __name__ == "__main__":
    engine, path = sys.argv[1:]
    print(*{"duckdb": with_duckdb, "polars": with_polars}[engine](read(path)))
