-- Koder i én kommunes svar som ingen har bekreftet
--
-- Én rad er kommunen som er valgt. Teller kodede verdier i det gjeldende svaret, og hvor mange av
-- dem som er maskinforslag uten at noen har bekreftet dem.
--
-- kolonner: koder bigint, forslag bigint

select
    count(*) as koder,
    count(*) filter (where status <> 'bekreftet') as forslag
from kommunekoder($forslag)
where kommunenummer = $kommune
