-- Where travel times are supplied, the nearest station is the one that takes least time, everywhere
-- it is told. A municipality without travel time has no distance, and is in a class of its own.
update kommune
set
    til_naermeste = n.maal,
    naermeste_tjenestested = n.navn,
    til_foer_2017 = f.maal,
    avstandsgruppe = case
        when n.maal is null then 'uten_reisetid'
        when n.maal < 5 then 'under_5_min'
        when n.maal < 15 then '5_14_min'
        when n.maal < 30 then '15_29_min'
        else '30_og_mer_min'
    end
from kommune as k
left join kommune_naermest as n
    on k.kommunenummer = n.kommunenummer and n.struktur = 'i_dag'
left join kommune_naermest as f
    on k.kommunenummer = f.kommunenummer and f.struktur = 'foer_2017'
where
    kommune.kommunenummer = k.kommunenummer
    and (select a.enhet from avstandsmaal as a) = 'min';
