-- Which answers a search finds, and how well each fits. The first three lists belong together: a
-- word counts its weight for the term, by number, of what the reader wrote.

create macro soketreff(
    alle_ledd, alle_ord, alle_vekter, fraser, uten_ord, uten_fraser, krav
) as table
    with
        valgte as (
            select
                unnest(alle_ledd) as ledd_nr,
                unnest(alle_ord) as ord_nr,
                unnest(alle_vekter) as vekt
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
            where list_contains(uten_ord, ord_nr)
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
        v.poeng
    from vurdert as v
    inner join soketekst as t on v.svar_nr = t.svar_nr
    where
        v.ledd_funnet >= krav
        and v.svar_nr not in (select svar_nr from utelatt)
        and len(list_filter(fraser, lambda frase: not contains(t.ordrekke, frase))) = 0
        and len(list_filter(uten_fraser, lambda frase: contains(t.ordrekke, frase))) = 0;
