-- Tjenestesteder ved kommunen
--
-- Én rad er et tjenestested: de tre nærmeste kommunesenteret i dag, det nærmeste før
-- nedleggelsene i 2017, og de som ble nedlagt i kommunen. Avstanden er luftlinje fra
-- kommunesenteret til tettstedet, ikke reisevei, og retningen er kompassretningen dit i grader.
-- Status i 2022 er utledet av strukturen fra 2017.
--
-- kolonner: tjenestested_id varchar, navn varchar, type varchar, politidistrikt varchar,
-- status varchar, i_kommunen boolean, km double, grader double, plass_i_dag bigint,
-- plass_foer bigint, kart_x double, kart_y double

with
    maalt as (
        select
            t.tjenestested_id,
            t.navn,
            t.type,
            t.politidistrikt,
            t.status,
            t.kart_x,
            t.kart_y,
            t.kommunenummer = k.kommunenummer as i_kommunen,
            km_luftlinje(k.lat, k.lon, t.lat, t.lon) as km,
            (
                degrees(atan2(
                    sin(radians(t.lon - k.lon)) * cos(radians(t.lat)),
                    cos(radians(k.lat)) * sin(radians(t.lat))
                    - sin(radians(k.lat)) * cos(radians(t.lat)) * cos(radians(t.lon - k.lon))
                )) + 360
            ) % 360 as grader
        from kommune as k
        cross join tjenestested as t
        where k.kommunenummer = $kommune
    ),

    rangert as (
        select
            *,
            case
                when status = 'aktiv'
                    then row_number() over (partition by status order by km, tjenestested_id)
            end as plass_i_dag,
            row_number() over (order by km, tjenestested_id) as plass_foer
        from maalt
    )

select
    tjenestested_id,
    navn,
    type,
    politidistrikt,
    status,
    i_kommunen,
    km,
    grader,
    plass_i_dag,
    plass_foer,
    kart_x,
    kart_y
from rangert
where plass_i_dag <= 3 or plass_foer = 1 or (status = 'nedlagt' and i_kommunen)
order by status, km, tjenestested_id
