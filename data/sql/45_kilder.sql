-- Where each table comes from, for readers of the method page.

create table kilde as
select * from kilde_kilder
order by all;

drop table kilde_kilder;
