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
    s.antall_lokaler
from kommune as k
inner join kommunesvar as s on k.kommunenummer = s.kommunenummer
order by k.kommunenummer;

-- The one place where a reader's filter becomes a set of municipalities. An empty list means no
-- restriction; `stasjon` and `svart` are 'ja', 'nei' or null.
create macro utvalg(distrikt, fylke, storrelser, stasjon, svart) as table
    select *
    from utvalgsgrunnlag
    where
        (len(distrikt) = 0 or list_contains(distrikt, politidistrikt))
        and (len(fylke) = 0 or list_contains(fylke, fylkesnavn))
        and (len(storrelser) = 0 or list_contains(storrelser, storrelse))
        and (stasjon is null or (stasjon = 'ja') = har_tjenestested)
        and (svart is null or (svart = 'ja') = har_svart);

-- The value each municipality has for the measure that is asked about.
create macro maalt(maal) as table
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
    from utvalgsgrunnlag;

-- How much one satisfaction value weighs when municipalities are ranked.
create macro misnoyepoeng(verdi) as
(case verdi when 'ikke_tilfreds' then 1.0 when 'delvis' then 0.5 else 0.0 end)::double;

drop table kilde_kommuner;

drop table kilde_kommunenavn;

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
