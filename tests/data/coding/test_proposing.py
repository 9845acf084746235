"""The build suggests what nobody has coded, and never overwrites what somebody has."""

import pytest

from data import pipeline
from data.coding.spans import text_hash
from data.problems import SourceError
from tests.data.workshop import GOOD, Workshop, rows

TEXT = "Kommunen ønsker et nytt tjenestested."
SVAR = f"innspill_id,sporsmal,tekst\nA1,5,{TEXT}\n"
KODING = "innspill_id,felt,verdi,utdrag,kodet_av"
WISH = "select verdi, status, kodet_av from koding where felt = 'onsker_tjenestested' order by all"
COUNTED = "select onsker from kommunesvarene({}) where kommunenummer = '0301'"


def test_what_nobody_has_coded_is_suggested_with_its_place_and_rule(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, svar=SVAR)
    built = pipeline.build("innspill").version
    (row,) = rows(
        built,
        "select verdi, utdrag, sporsmal, start, slutt, regel, status, teksthash, sikkerhet > 0.7 "
        "from koding where felt = 'onsker_tjenestested'",
    )
    rule = "ønsker tjenestested"
    place = (5, 0, len(TEXT))
    assert row == ("ja", TEXT, *place, rule, "forslag", text_hash(TEXT), True)


def test_suggestions_count_unless_they_are_left_out(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, svar=SVAR)
    built = pipeline.build("innspill").version
    assert rows(built, COUNTED.format("true")) == [("ja",)]
    assert rows(built, COUNTED.format("false")) == [("ikke_kodet",)]


def test_a_persons_code_is_not_overwritten(workshop: Workshop) -> None:
    coded = f"{KODING}\nA1,onsker_tjenestested,uklart,,menneske\n"
    workshop.write(innspill=GOOD, svar=SVAR, koding=coded)
    built = pipeline.build("innspill").version
    assert rows(built, WISH) == [("uklart", "bekreftet", "menneske")]
    assert rows(built, COUNTED.format("false")) == [("uklart",)]


def test_a_refused_suggestion_stays_away(workshop: Workshop) -> None:
    refused = f"{KODING},status\nA1,onsker_tjenestested,ja,,menneske,avvist\n"
    workshop.write(innspill=GOOD, svar=SVAR, koding=refused)
    built = pipeline.build("innspill").version
    assert rows(built, WISH) == [("ja", "avvist", "menneske")]
    assert rows(built, COUNTED.format("true")) == [("ikke_kodet",)]


def test_a_code_whose_text_has_changed_is_up_for_review_and_the_build_says_so(
    workshop: Workshop,
) -> None:
    coded = (
        f"{KODING},sporsmal,teksthash\nA1,onsker_tjenestested,ja,et gammelt ord,menneske,5,{{}}\n"
    )
    workshop.write(innspill=GOOD, svar=SVAR, koding=coded.format("0123456789ab"))
    code, _out, err = workshop.run("build", "innspill")
    told = "innspill: 1 koder bygger på tekst som er endret siden, og må ses på igjen: A1"
    assert (code, err) == (0, [told])
    assert rows(workshop.newest(), WISH) == [("ja", "ny_vurdering", "menneske")]
    assert rows(workshop.newest(), COUNTED.format("true")) == [("ja",)]
    assert rows(workshop.newest(), COUNTED.format("false")) == [("ikke_kodet",)]


def test_a_passage_that_does_not_stand_in_the_text_is_refused_with_its_place(
    workshop: Workshop,
) -> None:
    coded = f"{KODING}\nA1,onsker_tjenestested,ja,vi vil ha kontor,menneske\n"
    workshop.write(innspill=GOOD, svar=SVAR, koding=coded)
    with pytest.raises(SourceError) as refused:
        pipeline.build("innspill")
    assert str(refused.value) == (
        "koding.csv, rad 2, kolonne «utdrag»: fant «vi vil ha kontor», "
        "ventet ord som står i teksten til A1."
    )


def test_a_passage_with_the_wrong_place_is_refused(workshop: Workshop) -> None:
    coded = (
        f"{KODING},sporsmal,start,slutt\n"
        "A1,onsker_tjenestested,ja,et nytt tjenestested,menneske,5,3,10\n"
    )
    workshop.write(innspill=GOOD, svar=SVAR, koding=coded)
    code, _out, err = workshop.run("check", "innspill")
    assert code == 1
    assert "koding.csv, rad 2, kolonne «start»" in err[1]


def test_a_room_whose_passage_is_not_in_the_text_is_refused(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD,
        svar=SVAR,
        lokaler="lokale_id,innspill_id,kommunenummer,lokaltype,tilstand,utdrag\n"
        "L1,A1,0301,raadhus,god,et rom i rådhuset\n",
    )
    code, _out, err = workshop.run("check", "innspill")
    assert code == 1
    assert "lokaler.csv, rad 2, kolonne «utdrag»" in err[1]


def test_line_breaks_do_not_spoil_a_passage(workshop: Workshop) -> None:
    broken = 'innspill_id,sporsmal,tekst\nA1,5,"Kommunen ønsker et nytt\ntjeneste-\nsted."\n'
    coded = f"{KODING}\nA1,onsker_tjenestested,ja,et nytt tjenestested,menneske\n"
    workshop.write(innspill=GOOD, svar=broken, koding=coded)
    assert workshop.run("check", "innspill")[0] == 0


def test_an_offered_room_is_suggested_and_left_out_with_the_others(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD,
        svar="innspill_id,sporsmal,tekst\n"
        'A1,5,"Kommunen kan tilby to kontorer i rådhuset, 40 m², mot husleie."\n',
    )
    built = pipeline.build("innspill").version
    question = "select lokaltype, areal_m2, betingelse, status from tilbudte_lokaler({})"
    assert rows(built, question.format("true")) == [("raadhus", 40, "mot husleie", "forslag")]
    assert rows(built, question.format("false")) == []
