"""Ten real municipalities with invented answers, small enough to count by hand.

| nr   | kommune           | distrikt  | fylke             | innb.  | størrelse | km    | gjelder |
|------|-------------------|-----------|-------------------|--------|-----------|-------|---------|
| 0301 | Oslo              | Oslo      | Oslo              | 699827 | stor      |  0    | (taus)  |
| 1101 | Eigersund         | Sør-Vest  | Rogaland          |  14860 | middels   |  0    | I01     |
| 1804 | Bodø              | Nordland  | Nordland          |  52803 | stor      |  0    | I03     |
| 1811 | Bindal            | Trøndelag | Nordland          |   1406 | liten     | 43.68 | I04     |
| 1835 | Træna             | Nordland  | Nordland          |    450 | liten     | 34.38 | I04     |
| 1874 | Moskenes          | Nordland  | Nordland          |    982 | liten     | 32.29 | I05     |
| 3018 | Våler (Viken)     | Øst       | Viken             |   5913 | middels   | 13.84 | I07     |
| 3419 | Våler (Innlandet) | Innlandet | Innlandet         |   3597 | liten     | 11.57 | I08     |
| 4644 | Luster            | Vest      | Vestland          |   5246 | middels   | 22.20 | I09     |
| 5401 | Tromsø            | Troms     | Troms og Finnmark |  77544 | stor      |  0    | I10     |

Only 0301, 1101, 1804 and 5401 have a station. The other 346 municipalities are silent.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

ANSWERED: Final = ("1101", "1804", "1811", "1835", "1874", "3018", "3419", "4644", "5401")

# I02 is replaced by I03. I04 is joint. I05 is a council's, for two that have said more themselves.
# I06 and I07 are equals, of which the latest counts. I08 is not coded. I11 may not speak for Oslo.
INNSPILL: Final = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,malform,erstatter,kilde,merknad
I01,Eigersund kommune,kommune,1101,2022-05-20,bokmaal,,sak 1,
I02,Bodø kommune,kommune,1804,2022-05-02,bokmaal,,sak 2,
I03,Bodø kommune,kommune,1804,2022-06-10,bokmaal,I02,sak 3,Nytt vedtak
I04,Bindal og Træna kommuner,kommune,1811|1835,2022-05-31,nynorsk,,sak 4,
I05,Rådet i nord,interkommunalt_raad,1874|1811|1804,2022-05-30,bokmaal,,sak 5,
I06,Våler kommune,kommune,3018,2022-04-01,bokmaal,,sak 6,
I07,Våler kommune,kommune,3018,2022-05-30,bokmaal,,sak 7,
I08,Våler kommune,kommune,3419,2022-05-30,bokmaal,,sak 8,
I09,Luster kommune,kommune,4644,,nynorsk,,sak 9,
I10,Tromsø kommune,kommune,5401,2022-06-01,bokmaal,,sak 10,
I11,En organisasjon,organisasjon,0301,2022-06-15,bokmaal,,sak 11,
I12,Et fylke,fylkeskommune,,2022-05-30,bokmaal,,sak 12,
"""

KODING: Final = """\
innspill_id,kommunenummer,felt,verdi,utdrag,kodet_av
I01,,tilfreds_bemanning,ikke_tilfreds,for få folk,menneske
I01,,tilfreds_tjenestestedstruktur,delvis,,menneske
I01,,tilfreds_tjenestetilbud,tilfreds,,menneske
I01,,grunn,responstid,for lang tid,menneske
I01,,grunn,faerre_folk,for få folk,menneske
I01,,onsker_tjenestested,nei,,menneske
I01,,tilbyr_lokaler,nei,,menneske
I02,,tilfreds_bemanning,tilfreds,,menneske
I02,,onsker_tjenestested,ja,,menneske
I02,,tilbyr_lokaler,ja,,menneske
I03,,tilfreds_bemanning,delvis,,menneske
I03,,tilfreds_tjenestestedstruktur,tilfreds,,menneske
I03,,tilfreds_tjenestetilbud,ikke_besvart,,menneske
I03,,grunn,avstand,,menneske
I03,,onsker_tjenestested,nei,,menneske
I03,,tilbyr_lokaler,uklart,,menneske
I04,,tilfreds_bemanning,ikke_tilfreds,,menneske
I04,,tilfreds_tjenestestedstruktur,ikke_tilfreds,,menneske
I04,,tilfreds_tjenestetilbud,ikke_tilfreds,,menneske
I04,,grunn,avstand,,menneske
I04,,grunn,responstid,,menneske
I04,1835,grunn,synlighet,,menneske
I04,,onsker_tjenestested,ja,vi ønsker,menneske
I04,1835,onsker_tjenestested,betinget,hvis ferja går,menneske
I04,,tilbyr_lokaler,ja,,menneske
I05,,tilfreds_bemanning,tilfreds,,regel
I05,,onsker_tjenestested,ja,,regel
I05,,tilbyr_lokaler,vurderes,,regel
I06,,tilfreds_bemanning,tilfreds,,menneske
I06,,onsker_tjenestested,ja,,menneske
I07,,tilfreds_bemanning,ikke_tilfreds,,menneske
I07,,tilfreds_tjenestestedstruktur,uklart,,menneske
I07,,tilfreds_tjenestetilbud,delvis,,menneske
I07,,grunn,responstid,,menneske
I07,,onsker_tjenestested,betinget,,menneske
I07,,tilbyr_lokaler,ja,,menneske
I09,,tilfreds_bemanning,ikke_besvart,,menneske
I09,,tilfreds_tjenestestedstruktur,uklart,,menneske
I09,,tilfreds_tjenestetilbud,ikke_besvart,,menneske
I09,,grunn,synlighet,,menneske
I09,,onsker_tjenestested,uklart,,menneske
I09,,tilbyr_lokaler,ikke_besvart,,menneske
I10,,tilfreds_bemanning,tilfreds,,menneske
I10,,tilfreds_tjenestestedstruktur,tilfreds,,menneske
I10,,tilfreds_tjenestetilbud,tilfreds,,menneske
I10,,onsker_tjenestested,ja,,menneske
I10,,tilbyr_lokaler,nei,,menneske
I11,,tilfreds_bemanning,ikke_tilfreds,,menneske
"""

# L0 came with the answer that was replaced. The last row is set aside: the type is misspelled.
LOKALER: Final = """\
lokale_id,innspill_id,kommunenummer,lokaltype,delt_med,adresse,areal_m2,ledig_fra,tilstand,utdrag
L0,I02,1804,raadhus,,,,,ukjent,
L1,I04,1811,raadhus,nav|skatt,Terråk,120,2022-09-01,god,første etasje
L2,I04,1811,brannstasjon,,,,,ukjent,
L3,I04,1835,helsehus,,Husøya,45,,middels,
L4,I05,1874,raadhus,bibliotek,Reine,60,2023-01-01,god,100 % ledig
L5,I07,3018,kulturhus,,Kirkebygda,80,,maa_pusses_opp,ØVRE sal
L6,I07,3018,rådhus,,,,,god,
"""

SMALL: Final[dict[str, str]] = {"innspill": INNSPILL, "koding": KODING, "lokaler": LOKALER}


def write(folder: Path, **files: str) -> Path:
    """Write each of `files` as a CSV source in `folder`, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


@contextmanager
def places(build: Path, innspill: Path) -> Iterator[None]:
    """Let the project build into `build`, from the ministry's files in `innspill`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TJENESTESTED_BUILD", str(build))
        patch.setenv("TJENESTESTED_INNSPILL", str(innspill))
        yield
