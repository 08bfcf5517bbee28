-- One vehicle's way under the gantries, as 0003 has it for checkpoints. A database with many passages takes a while here.
create index on traffic.gantry_passage (vehicle_plate, trans_time);
