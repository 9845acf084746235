"""The declared shape of what the import writes beside the answers.

It is a to-do list, an account, and what sender, dates and division rest on.

They belong to the ministry's data set; the others have them empty.
"""

import dataframely as dy

from data import vocabulary as v


class Merknad(dy.Schema):
    """Én ting et menneske må se på i det som er lest inn, og om det er gjort."""

    merknad_id = dy.String(primary_key=True, min_length=1, description="Nøkkel, lik hver gang")
    mappe = dy.String(nullable=True, description="Mappen filen lå i")
    fil = dy.String(min_length=1, description="Filen det gjelder, innenfor mappen")
    innspill_id = dy.String(
        nullable=True, description="Svaret filen ble, tom når den ikke ble lest"
    )
    hva = dy.String(min_length=1, description="Hva som må ses på")
    alvor = dy.Enum(v.ALVOR, description="viktig: noe mangler eller kan være feil avsender")
    status = dy.Enum(v.MERKNADSTATUS, description="Skriv «gjort» når det er sett på")
    kommentar = dy.String(nullable=True, description="Fritt felt for den som ser på det")


class Regnskap(dy.Schema):
    """Regnskapet for én fil: tegn inn + lagt til = plassert + utelatt. Mellomrom telles ikke."""

    fil = dy.String(primary_key=True, min_length=1, description="Filen, innenfor mappen")
    mappe = dy.String(primary_key=True, min_length=1, description="Mappen filen lå i")
    innspill_id = dy.String(nullable=True, description="Svaret filen ble, eller er en del av")
    tegn_inn = dy.Int64(nullable=True, min=0, description="Tegn i filen; tom når den ikke ble lest")
    lagt_til = dy.Int64(nullable=True, min=0, description="Tegn i automatiske numre og punkttegn")
    plassert = dy.Int64(nullable=True, min=0, description="Tegn i svarets tekst")
    utelatt = dy.Int64(nullable=True, min=0, description="Tegn som er utelatt med grunn")
    grunn = dy.String(nullable=True, description="Hvorfor tegn er utelatt, eller filen ikke lest")
    uleste_sider = dy.String(nullable=True, description="Sider uten tekst, skilt med komma")
    sikkerhet = dy.Int64(
        nullable=True,
        min=0,
        max=100,
        description="Hvor sikker maskinlesingen av bilder er, prosent",
    )


class Avlesning(dy.Schema):
    """Hva importen bygde én opplysning om et brev på, og hva den var i tvil om."""

    innspill_id = dy.String(min_length=1, description="Svaret det gjelder")
    hva = dy.Enum(v.AVLEST, description="Opplysningen: avsender, brevdato, dato eller deling")
    grunn = dy.String(nullable=True, description="Hvor den sto, eller regelen som ga den")
    sikkerhet = dy.Float64(nullable=True, min=0, max=1, description="Hvor sikker den er")
    tvil = dy.String(nullable=True, description="Hva et menneske må avgjøre; tom når ingenting")
