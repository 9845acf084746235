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
