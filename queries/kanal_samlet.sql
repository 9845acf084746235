-- De fem kanalene samlet
--
-- Én rad er hele utvalget. Teller kommuner som har svart på spørsmål 4, det vil si at minst én av
-- de fem kanalene er nevnt. «Mer» er kommuner som vil ha mer av minst én kanal, «mindre» de som vil
-- ha mindre av minst én; noen er med i begge. «Som i dag» er kommuner som verken vil ha mer eller
-- mindre av noen kanal de nevner. «Uten kanal» har svart på brevet uten at noen kanal er nevnt;
-- «ukodet» er svar der ingen har kodet spørsmålet. Innbyggere er de som bor i kommunene som er
-- talt.
--
-- kolonner: kommuner bigint, svart_punkt bigint, mer bigint, mindre bigint, som_i_dag bigint,
-- uten_kanal bigint, ukodet bigint, innbyggere_mer bigint, innbyggere_som_i_dag bigint

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    per_kommune as (
        select
            u.kommunenummer,
            any_value(u.har_svart) as har_svart,
            any_value(u.innbyggere) as innbyggere,
            bool_or(k.verdi = 'mer') as mer,
            bool_or(k.verdi = 'mindre') as mindre,
            bool_or(k.verdi <> 'ikke_nevnt') as nevnt
        from i_utvalget as u
        left join nevntene($forslag) as k
            on u.kommunenummer = k.kommunenummer and starts_with(k.felt, 'kanal_')
        group by u.kommunenummer
    )

select
    count(*) as kommuner,
    count(*) filter (where nevnt) as svart_punkt,
    count(*) filter (where nevnt and mer) as mer,
    count(*) filter (where nevnt and mindre) as mindre,
    count(*) filter (where nevnt and not mer and not mindre) as som_i_dag,
    count(*) filter (where not nevnt) as uten_kanal,
    count(*) filter (where har_svart and nevnt is null) as ukodet,
    coalesce(sum(innbyggere) filter (where nevnt and mer), 0)::bigint as innbyggere_mer,
    coalesce(sum(innbyggere) filter (where nevnt and not mer and not mindre), 0)::bigint
        as innbyggere_som_i_dag
from per_kommune
