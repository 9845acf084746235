"""How much of a link is read and told of, to the very limit."""

from queries import View, budgets


def test_as_many_as_are_told_of_and_one_more_are_all_told() -> None:
    wrong = [f"Nordlan{n}" for n in range(budgets.NOTICES + 1)]
    _view, issues = View.parse({"distrikt": wrong})
    assert [f"«{value}»" in says for value, says in zip(wrong, issues, strict=True)] == (
        [True] * len(wrong)
    )


def test_a_place_that_is_both_with_and_without_is_with_and_told_of() -> None:
    view, issues = View.parse({"med": "1804", "uten": "1804,1811"}, kommuner=["1804", "1811"])
    assert (view.med, view.uten) == (("1804",), ("1811",))
    assert issues == ("1804 er både med og ikke med i lenken; den er med.",)


def test_of_many_places_the_first_are_chosen_and_the_rest_told_of() -> None:
    many_ = [f"{1000 + n}" for n in range(budgets.PLACES + 5)]
    view, issues = View.parse({"med": ",".join(many_)}, kommuner=many_)
    assert view.med == tuple(many_[: budgets.PLACES])
    assert issues == (f"Lenken har for mange verdier i med; de {budgets.PLACES} første er lest.",)


def test_what_is_too_long_to_be_meant_takes_no_proposal_from_the_next() -> None:
    long_ = [f"{n}" * (budgets.VALUE + 1) for n in range(1, budgets.SUGGESTIONS + 1)]
    _view, issues = View.parse({"distrikt": [*long_, "Nordlan"]})
    assert ["Mente du" in says for says in issues] == [False] * len(long_) + [True]
