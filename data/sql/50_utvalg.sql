-- What municipalities are chosen and grouped by, and what they answered, in one table: a choice is
-- then one scan, and few questions need a join. Planning joins was most of what a question cost.
create table utvalgsgrunnlag as
select
    k.kommunenummer,
    k.politidistrikt,
    k.fylkesnavn,
    k.storrelse,
    k.avstandsgruppe,
    k.innbyggere,
    k.til_naermeste,
    k.tjenestesteder > 0 as har_tjenestested,
    s.innspill_id is not null as har_svart,
    s.etter_frist,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    s.antall_lokaler,
    s.med_forslag
from kommune as k
inner join svar_for_kommuner as s on k.kommunenummer = s.kommunenummer
order by s.med_forslag desc, k.kommunenummer asc;

-- The same by what municipalities are grouped by: a figure for each group of any kind is then one
-- scan, and the figures by district, county, size and distance are one question.
create table utvalgsgruppe as
with
    grupper as (
        unpivot (
            select
                kommunenummer,
                politidistrikt,
                fylkesnavn as fylke,
                storrelse,
                avstandsgruppe as avstand,
                'alle' as alle
            from kommune
        )
        on politidistrikt, fylke, storrelse, avstand, alle
        into name gruppering value gruppe
    )

select
    g.gruppering,
    g.gruppe,
    u.*
from utvalgsgrunnlag as u
inner join grupper as g on u.kommunenummer = g.kommunenummer
order by u.med_forslag desc, g.gruppering asc, u.kommunenummer asc;

-- The one place where a reader's filter becomes a set of municipalities: the rows of `tabell` that
-- are about one chosen. An empty list means no restriction; `stasjon` and `svart` are 'ja', 'nei'
-- or null; without `forslag` only what a person has confirmed counts as coded.
create macro valgte(tabell, distrikt, fylke, storrelser, stasjon, svart, forslag) as table
    select * exclude (med_forslag)
    from query_table(tabell)
    where
        med_forslag = forslag
        and (len(distrikt) = 0 or list_contains(distrikt, politidistrikt))
        and (len(fylke) = 0 or list_contains(fylke, fylkesnavn))
        and (len(storrelser) = 0 or list_contains(storrelser, storrelse))
        and (stasjon is null or (stasjon = 'ja') = har_tjenestested)
        and (svart is null or (svart = 'ja') = har_svart);

-- The municipalities chosen, where it does not matter what was answered.
create macro utvalg(distrikt, fylke, storrelser, stasjon, svart) as table
    select
        kommunenummer,
        politidistrikt,
        fylkesnavn,
        storrelse,
        avstandsgruppe,
        innbyggere,
        til_naermeste,
        har_tjenestested,
        har_svart,
        etter_frist
    from valgte('utvalgsgrunnlag', distrikt, fylke, storrelser, stasjon, svart, true);

-- The value each municipality has for the measure that is asked about.
create macro maalt(maal, forslag) as table
    select
        kommunenummer,
        har_svart,
        case maal
            when 'bemanning' then bemanning
            when 'tjenestestedstruktur' then tjenestestedstruktur
            when 'tjenestetilbud' then tjenestetilbud
            when 'onsker' then onsker
            when 'lokaler' then lokaler
            when 'avstand' then avstandsgruppe
        end as verdi
    from utvalgsgrunnlag
    where med_forslag = forslag;

-- How much one satisfaction value weighs when municipalities are ranked.
create macro misnoyepoeng(verdi) as
(case verdi when 'ikke_tilfreds' then 1.0 when 'delvis' then 0.5 else 0.0 end)::double;

drop table kilde_kommuner;

drop table kilde_kommunenavn;

drop table kilde_stedsnavn;

drop table kilde_kommuneendringer;

drop table kilde_naboer;

drop table kilde_politidistrikter;

drop table kilde_tjenestesteder;

drop table kilde_nye_tjenestesteder;

drop table kilde_undersokelser;

drop table kilde_politidekning;

drop table kilde_innspill;

drop table kilde_svar;

drop table kilde_koding;

drop table kilde_lokaler;

drop table kilde_raad;
