"""The migrations lead exactly to the declared tables."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from daan_desk.domain.kinds import LinkTo
from daan_desk.store import schema, subjects, workspace
from daan_desk.store.base import LEDGERS, Base
from tests.builders import PASSWORD


def test_that_the_migrated_schema_is_the_declared_one(tmp_path: Path) -> None:
    opened = workspace.make(tmp_path / "desk.daan", PASSWORD, "510304", 1)
    with opened.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    opened.close()


def test_that_the_latest_version_has_its_letter() -> None:
    assert sorted(schema.letters()) == list(range(1, schema.LATEST + 1))


def test_that_every_described_field_has_a_column_and_a_label_of_its_own() -> None:
    for model in subjects.SUBJECTS:
        ledger = model.ledger
        assert {f.name for f in ledger.kept} <= set(model.__table__.columns.keys()), ledger.name
        labels = [f.label for f in ledger.fields]
        assert len(labels) == len(set(labels)), ledger.name


def test_that_every_link_leads_to_a_ledger_and_every_title_is_made_of_fields() -> None:
    for model in subjects.SUBJECTS:
        for field in model.ledger.fields:
            if isinstance(field.kind, LinkTo):
                assert field.kind.ledger in LEDGERS
        assert all(name in model.ledger.by_name for name in model.ledger.title.split()), model.ledger.name
        assert model.ledger.order.lstrip("-") in model.ledger.by_name
        assert all(name in model.ledger.by_name for key in model.ledger.keys for name in key)
