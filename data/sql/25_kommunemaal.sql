-- What each municipality answered to each measure, one row each, and whether that is an answer to
-- the point and one that the measure asks for: dissatisfied, wants a station, offers premises.

create table maal_for_kommuner as
with
    verdier as (
        select
            med_forslag,
            kommunenummer,
            'bemanning' as maal,
            bemanning as verdi
        from svar_for_kommuner
        union all
        select
            med_forslag,
            kommunenummer,
            'tjenestestedstruktur' as maal,
            tjenestestedstruktur as verdi
        from svar_for_kommuner
        union all
        select
            med_forslag,
            kommunenummer,
            'tjenestetilbud' as maal,
            tjenestetilbud as verdi
        from svar_for_kommuner
        union all
        select
            med_forslag,
            kommunenummer,
            'onsker' as maal,
            onsker as verdi
        from svar_for_kommuner
        union all
        select
            med_forslag,
            kommunenummer,
            'lokaler' as maal,
            lokaler as verdi
        from svar_for_kommuner
    )

select
    med_forslag,
    kommunenummer,
    maal,
    verdi,
    verdi not in ('ikke_besvart', 'ikke_kodet', 'ikke_svart', 'ikke_innhentet') as svart_punkt,
    case maal
        when 'onsker' then verdi in ('ja', 'betinget')
        when 'lokaler' then verdi in ('ja', 'vurderes')
        else verdi = 'ikke_tilfreds'
    end as i_fokus
from verdier
order by med_forslag desc, kommunenummer asc, maal asc;

create macro kommunemaalene(forslag) as table
    select * exclude (med_forslag)
    from maal_for_kommuner
    where med_forslag = forslag;

-- Which municipalities answered in words what is coded under questions 1 and 3.
create table ordsvar as
with
    sporsmal as (
        select
            unnest([1, 3, 3]) as sporsmal,
            unnest(['tema', 'samarbeid', 'ressurs']) as felt
    )

select distinct
    g.kommunenummer,
    q.felt
from gjeldende_innspill as g
inner join svar as s on g.innspill_id = s.innspill_id
inner join sporsmal as q on s.sporsmal = q.sporsmal
order by q.felt, g.kommunenummer;

-- What each municipality is coded with, each value once.
create table nevnt_av_kommuner as
select distinct
    med_forslag,
    felt,
    verdi,
    kommunenummer
from koder_for_kommuner
order by med_forslag desc, felt asc, verdi asc, kommunenummer asc;

-- Which municipalities answered what is coded under questions 1, 3 and 4. Whose answer is coded and
-- has words on the question, has answered it, also where nothing coded is named; of the channels,
-- at least one must be.
create table punktsvar as
with
    kodet as (
        select distinct
            med_forslag,
            kommunenummer,
            if(starts_with(felt, 'kanal_'), 'kanal', felt) as felt
        from nevnt_av_kommuner
        where
            felt in ('tema', 'samarbeid', 'ressurs')
            or (starts_with(felt, 'kanal_') and verdi <> 'ikke_nevnt')
    ),

    med_ord as (
        select distinct
            n.med_forslag,
            o.kommunenummer,
            o.felt
        from ordsvar as o
        inner join nevnt_av_kommuner as n on o.kommunenummer = n.kommunenummer
    )

select
    coalesce(o.med_forslag, k.med_forslag) as med_forslag,
    coalesce(o.felt, k.felt) as felt,
    coalesce(o.kommunenummer, k.kommunenummer) as kommunenummer,
    k.kommunenummer is not null as har_verdi
from med_ord as o
full outer join kodet as k
    on
        o.med_forslag = k.med_forslag
        and o.felt = k.felt
        and o.kommunenummer = k.kommunenummer
order by med_forslag desc, felt asc, kommunenummer asc;

-- Who has answered each, and what each has named, with or without what nobody has confirmed.
create macro punktsvarene(forslag) as table
    select * exclude (med_forslag)
    from punktsvar
    where med_forslag = forslag;

create macro nevntene(forslag) as table
    select * exclude (med_forslag)
    from nevnt_av_kommuner
    where med_forslag = forslag;
