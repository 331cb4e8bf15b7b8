"""Header words that offices use are recognised, asked where they are doubtful, and never taken for another field."""

from __future__ import annotations

from tests.rosters.header_words import tried, words

ALL = tuple(words())


def test_that_no_header_word_is_taken_for_another_field() -> None:
    taken = {(word.ledger, word.text): tried(word) for word in ALL}
    wrong = {
        f"{word.ledger} {word.text}": found.field
        for word in ALL
        if (found := taken[word.ledger, word.text]).field != word.field and (found.field or not word.field)
    }
    assert not wrong


def test_that_nearly_every_header_word_is_recognised_and_the_rest_is_asked() -> None:
    ours = [word for word in ALL if word.field]
    missed = [word for word in ours if not tried(word).field]
    silent = [word.text for word in missed if tried(word).suggested != word.field]
    assert not silent
    assert len(missed) <= len(ours) // 100
