-- What each municipality answered to each measure, one row each, and whether that is an answer to
-- the point and one that the measure asks for: dissatisfied, wants a station, offers premises.

create table kommunemaal as
with
    verdier as (
        select
            kommunenummer,
            'bemanning' as maal,
            bemanning as verdi
        from kommunesvar
        union all
        select
            kommunenummer,
            'tjenestestedstruktur' as maal,
            tjenestestedstruktur as verdi
        from kommunesvar
        union all
        select
            kommunenummer,
            'tjenestetilbud' as maal,
            tjenestetilbud as verdi
        from kommunesvar
        union all
        select
            kommunenummer,
            'onsker' as maal,
            onsker as verdi
        from kommunesvar
        union all
        select
            kommunenummer,
            'lokaler' as maal,
            lokaler as verdi
        from kommunesvar
    )

select
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
order by kommunenummer, maal;

-- Which municipalities answered what is coded under questions 1 and 3. Who answered the question in
-- words and named nothing that is coded, has answered it all the same.
create table feltsvar as
with
    sporsmal as (
        select
            unnest([1, 3, 3]) as sporsmal,
            unnest(['tema', 'samarbeid', 'ressurs']) as felt
    )

select
    kommunenummer,
    felt
from kommunekoding
where felt in (select felt from sporsmal)
union
select
    g.kommunenummer,
    q.felt
from gjeldende_innspill as g
inner join svar as s on g.innspill_id = s.innspill_id
inner join sporsmal as q on s.sporsmal = q.sporsmal
order by felt, kommunenummer;
