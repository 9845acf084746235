-- Svar som passer med søket
--
-- Én rad er teksten i ett svar på ett spørsmål. Svaret har alle ordene i søket, i en eller annen
-- bøyning eller som del av et sammensatt ord, og ingen av dem som er utelatt med minus. Navnet på
-- kommunen eller avsenderen regnes med. Når ingen svar har alle ordene, vises de som har noen av
-- dem. Svar som er erstattet av et senere, er med og merket. Avsendere som ikke er kommuner, vises
-- bare når ingen filtre er valgt. Rekkefølgen er BM25: sjeldne ord teller mer enn vanlige, og ordet
-- selv mer enn ord det er en del av.
--
-- kolonner: svar_nr bigint, innspill_id varchar, sporsmal bigint, poeng double, har_alle boolean

with
    -- The three lists belong together: a word counts its weight for the term, by number, of what
    -- the reader wrote.
    valgte as (
        select
            unnest($ledd::bigint[]) as ledd_nr,
            unnest($ord_nr::bigint[]) as ord_nr,
            unnest($vekt::double[]) as vekt
    ),

    forekomster as (
        select
            v.ledd_nr,
            p.svar_nr,
            sum(p.antall * v.vekt) as tyngde
        from valgte as v
        inner join sokepost as p on v.ord_nr = p.ord_nr
        group by v.ledd_nr, p.svar_nr
    ),

    sjeldenhet as (
        select
            ledd_nr,
            count(*) as i_svar
        from forekomster
        group by ledd_nr
    ),

    samling as (
        select
            count(*) as antall,
            avg(lengde) as snittlengde
        from soketekst
    ),

    utelatt as (
        select distinct svar_nr
        from sokepost
        where list_contains($uten_ord::bigint[], ord_nr)
    ),

    -- Okapi BM25 with its usual constants, k1 = 1.2 and b = 0.75.
    vurdert as (
        select
            f.svar_nr,
            count(*) as ledd_funnet,
            sum(
                ln(1 + (s.antall - d.i_svar + 0.5) / (d.i_svar + 0.5))
                * f.tyngde * 2.2
                / (f.tyngde + 1.2 * (0.25 + 0.75 * t.lengde / greatest(s.snittlengde, 1)))
            ) as poeng
        from forekomster as f
        inner join sjeldenhet as d on f.ledd_nr = d.ledd_nr
        inner join soketekst as t on f.svar_nr = t.svar_nr
        cross join samling as s
        group by f.svar_nr
    )

select
    v.svar_nr,
    t.innspill_id,
    t.sporsmal,
    v.poeng,
    -- Reading a text for its phrases is the dear part, so only those with all the words are read.
    case
        when v.ledd_funnet < $krav::bigint then false
        else
            len(list_filter($fraser::varchar[], lambda frase: not contains(t.ordrekke, frase))) = 0
    end as har_alle
from vurdert as v
inner join soketekst as t on v.svar_nr = t.svar_nr
where
    v.svar_nr not in (select svar_nr from utelatt)
    and len(list_filter($uten_fraser::varchar[], lambda frase: contains(t.ordrekke, frase))) = 0
order by v.poeng desc, v.svar_nr asc
