-- Svar som passer med søket
--
-- Én rad er teksten i ett svar på ett spørsmål. Svaret har alle ordene i søket, i en eller annen
-- bøyning eller som del av et sammensatt ord, og ingen av dem som er utelatt med minus. Navnet på
-- kommunen eller avsenderen regnes med. Svar som er erstattet av et senere, er med og merket.
-- Avsendere som ikke er kommuner, vises bare når ingen filtre er valgt. Rekkefølgen er BM25:
-- sjeldne ord teller mer enn vanlige, og ordet selv mer enn ord det er en del av.
--
-- kolonner: svar_nr bigint, innspill_id varchar, sporsmal bigint, poeng double

with
    treff as (
        from soketreff(
            $ledd::bigint[],
            $ord_nr::bigint[],
            $vekt::double[],
            $fraser::varchar[],
            $uten_ord::bigint[],
            $uten_fraser::varchar[],
            $krav::bigint
        )
    )

select
    svar_nr,
    innspill_id,
    sporsmal,
    poeng
from treff
order by poeng desc, svar_nr asc
