PRAGMA application_id = 1111707185;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
INSERT INTO grdb_migrations VALUES('v5');
INSERT INTO grdb_migrations VALUES('v6');
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    as_of INTEGER NOT NULL,
    started REAL NOT NULL,
    finished REAL NOT NULL,
    counts TEXT NOT NULL,
    versions TEXT NOT NULL,
    input_fingerprint TEXT NOT NULL,
    definitions_fingerprint TEXT NOT NULL
) STRICT;
INSERT INTO run VALUES(1,19874,1795844237.7264454364,1795844239.292760849,'{"faults":0,"records":267,"rules":1,"set aside":0}','{"beacon":"0.1.0","engine":"DuckDB 1.5.6","module serious-youth-violence":"d20606c3c088"}','573e954ac87f3ba9a462c4ba92b562c5f336525967fa3d9cc840a0ad1d1ae7c8','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO run VALUES(2,19888,1795844239.5846843719,1795844240.6825380325,'{"faults":0,"records":242,"rules":1,"set aside":0}','{"beacon":"0.1.0","engine":"DuckDB 1.5.6","module serious-youth-violence":"d20606c3c088"}','d46624ad9df48b55095cfb8dbce185231eefde8b770dc69d80c248e8e779a483','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO run VALUES(3,19889,1795844241.0986151694,1795844242.6375877857,'{"faults":0,"records":267,"rules":1,"set aside":0}','{"beacon":"0.1.0","engine":"DuckDB 1.5.6","module serious-youth-violence":"d20606c3c088"}','631fc0ac072d05599b853ff5a7c7397928e65be08fba6b39d5c0131ec5dfade0','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
CREATE TABLE publication (
    run INTEGER PRIMARY KEY REFERENCES run,
    at REAL NOT NULL
) STRICT;
INSERT INTO publication VALUES(1,1795844239.3499913215);
INSERT INTO publication VALUES(2,1795844240.8726472854);
INSERT INTO publication VALUES(3,1795844242.8137946128);
CREATE TABLE area_list (id INTEGER PRIMARY KEY, codes TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO area_list VALUES(1,'["B1"]');
INSERT INTO area_list VALUES(2,'["W1","W2"]');
CREATE TABLE meaning (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO meaning VALUES(1,'meaning-1; quarter; 0 violence (count) 1.0; 0 change 0 earlier 4; 1 constant 0.1; 2 0 > 1; 3 significant 0 earlier 4 at 0.95; 4 change 0 earlier 4; 5 constant 0.05; 6 4 < 5; when 2; given chance 3; clear 6');
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    kpi TEXT NOT NULL,
    level TEXT NOT NULL,
    grain TEXT NOT NULL,
    UNIQUE (kpi, level, grain)
) STRICT;
INSERT INTO block VALUES(1,'violence','borough','quarter');
INSERT INTO block VALUES(2,'violence','ward','quarter');
CREATE TABLE edition (
    block INTEGER NOT NULL REFERENCES block,
    run INTEGER NOT NULL REFERENCES run,
    unit TEXT NOT NULL,
    areas INTEGER NOT NULL REFERENCES area_list,
    first_period INTEGER NOT NULL,
    period_count INTEGER NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (block, run)
) STRICT, WITHOUT ROWID;
INSERT INTO edition VALUES(1,1,'count',1,8089,8,X'3b5973ed72f1fa3000298ec48e369069b02e930532b22ab766ca65e161f191cd');
INSERT INTO edition VALUES(1,2,'count',1,8089,8,X'02aaff52cfd9da71ec7a1f2270a1087514453f1c09087805ba0f58d267775277');
INSERT INTO edition VALUES(1,3,'count',1,8089,8,X'3b5973ed72f1fa3000298ec48e369069b02e930532b22ab766ca65e161f191cd');
INSERT INTO edition VALUES(2,1,'count',2,8089,8,X'5a05c4908487f9410eb34bf3c559b2aaaa907c339c9d69c6cc373f06980559b6');
INSERT INTO edition VALUES(2,2,'count',2,8089,8,X'1bfdbfe29fa8f9a9356ab2a0303dfa2dd9f4cbb8072859f0a0bba0c9b316f67c');
INSERT INTO edition VALUES(2,3,'count',2,8089,8,X'4d43bef974d22ff59a619677d29009b8b20c51e653b862fdfc2da9ccc17bd34e');
CREATE TABLE observation (
    block INTEGER NOT NULL REFERENCES block,
    area TEXT NOT NULL,
    period INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    state INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    made INTEGER NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    numerator REAL,
    denominator REAL,
    denominator_vintage TEXT,
    count REAL,
    sum_of_squared_weights REAL,
    sources_received INTEGER,
    sources_expected INTEGER,
    PRIMARY KEY (block, area, period, run)
) STRICT, WITHOUT ROWID;
INSERT INTO observation VALUES(1,'B1',8089,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8090,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8091,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8092,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8093,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8094,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8095,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8096,1,0,0,0,57.0,NULL,NULL,NULL,NULL,NULL,57.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8096,2,0,0,0,32.0,NULL,NULL,NULL,NULL,NULL,32.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(1,'B1',8096,3,0,0,0,57.0,NULL,NULL,NULL,NULL,NULL,57.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8089,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8090,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8091,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8092,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8093,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8094,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8095,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8096,1,0,0,0,46.0,NULL,NULL,NULL,NULL,NULL,46.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W1',8096,2,0,0,0,21.0,NULL,NULL,NULL,NULL,NULL,21.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8089,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8090,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8091,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8092,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8093,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8094,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8095,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8096,1,0,0,0,11.0,NULL,NULL,NULL,NULL,NULL,11.0,NULL,NULL,NULL);
INSERT INTO observation VALUES(2,'W2',8096,3,0,0,0,36.0,NULL,NULL,NULL,NULL,NULL,36.0,NULL,NULL,NULL);
CREATE TABLE verdict (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    level TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    until_run INTEGER REFERENCES run,
    areas INTEGER NOT NULL REFERENCES area_list,
    grain TEXT NOT NULL,
    first_period INTEGER NOT NULL,
    period_count INTEGER NOT NULL,
    digest BLOB NOT NULL,
    codes BLOB NOT NULL,
    UNIQUE (rule, level, run)
) STRICT;
INSERT INTO verdict VALUES(1,'violence_rise','borough',1,2,1,'quarter',8089,8,X'06437dbff26206983ca2a5428b2d78e18e72e6d707ae6f4ea033f7834f51b910',X'1515151502020200');
INSERT INTO verdict VALUES(2,'violence_rise','ward',1,2,2,'quarter',8089,8,X'09038b6729ba93a2d1ca3d7b28fa5c2d10f7c233b2553a5fd8cf171d4fc756b9',X'15151515020202001515151502020202');
INSERT INTO verdict VALUES(3,'violence_rise','borough',2,3,1,'quarter',8089,8,X'1ea4ff68bad1a2c0851cacf8bc61e79c888035f072b2f73788ac47dd76a9ab74',X'1515151502020202');
INSERT INTO verdict VALUES(4,'violence_rise','ward',2,3,2,'quarter',8089,8,X'6a9251826484a69e78eaab68545d37b132fdd70b187f67ba9c97f1e1b25ad62f',X'15151515020202021515151502020202');
INSERT INTO verdict VALUES(5,'violence_rise','borough',3,NULL,1,'quarter',8089,8,X'06437dbff26206983ca2a5428b2d78e18e72e6d707ae6f4ea033f7834f51b910',X'1515151502020200');
INSERT INTO verdict VALUES(6,'violence_rise','ward',3,NULL,2,'quarter',8089,8,X'54d64242d3065d469cc43c2a759fa3365d8d6262fc4d83a3b16f524b5fd637c2',X'15151515020202021515151502020200');
CREATE TABLE transition (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    rule TEXT NOT NULL,
    area TEXT NOT NULL,
    grain TEXT NOT NULL,
    period INTEGER NOT NULL,
    state TEXT NOT NULL,
    meaning INTEGER NOT NULL REFERENCES meaning
) STRICT;
INSERT INTO transition VALUES(1,1,'violence_rise','B1','quarter',8096,'firing',1);
INSERT INTO transition VALUES(2,1,'violence_rise','W1','quarter',8096,'firing',1);
INSERT INTO transition VALUES(3,2,'violence_rise','B1','quarter',8096,'withdrawn',1);
INSERT INTO transition VALUES(4,2,'violence_rise','W1','quarter',8096,'withdrawn',1);
INSERT INTO transition VALUES(5,3,'violence_rise','B1','quarter',8096,'firing',1);
INSERT INTO transition VALUES(6,3,'violence_rise','W2','quarter',8096,'firing',1);
CREATE TABLE notice (
    key TEXT PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO notice VALUES('2024-05-31-violence-group-110e4c706a4c',1,'{"as_of":"2024-05-31","audience":"internal","body":["The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 46 in January to March 2024 (+130%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-05-31-violence-group-110e4c706a4c","subject":"Violence group: 2 new, as of 31 May 2024"}');
INSERT INTO notice VALUES('2024-06-14-violence-group-4fe5680ab621',2,'{"as_of":"2024-06-14","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would not have fired on the revised figures.","Violence rises over 10%, North: January to March 2024 would not have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 32 in January to March 2024 (+6.7%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 21 in January to March 2024 (+5%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"}],"key":"2024-06-14-violence-group-4fe5680ab621","subject":"Violence group: 2 withdrawn, 2 past verdicts changed, as of 14 June 2024"}');
INSERT INTO notice VALUES('2024-06-15-violence-group-ad6d9c8da3f8',3,'{"as_of":"2024-06-15","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would have fired on the revised figures.","Violence rises over 10%, South: January to March 2024 would have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W2","area_name":"South","message":"South: 10 → 36 in January to March 2024 (+260%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-06-15-violence-group-ad6d9c8da3f8","subject":"Violence group: 2 new, 2 past verdicts changed, as of 15 June 2024"}');
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    notice TEXT NOT NULL REFERENCES notice,
    channel TEXT NOT NULL,
    delivered REAL,
    UNIQUE (notice, channel)
) STRICT;
INSERT INTO outbox VALUES(1,'2024-05-31-violence-group-110e4c706a4c','folder',1795844239.3528089523);
INSERT INTO outbox VALUES(2,'2024-06-14-violence-group-4fe5680ab621','folder',1795844240.8733925819);
INSERT INTO outbox VALUES(3,'2024-06-15-violence-group-ad6d9c8da3f8','folder',1795844242.8365983963);
CREATE TABLE failed_attempt (
    id INTEGER PRIMARY KEY,
    outbox INTEGER NOT NULL REFERENCES outbox,
    at REAL NOT NULL,
    failure TEXT NOT NULL
) STRICT;
CREATE TABLE told_rule (
    rule TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    title TEXT NOT NULL,
    priority TEXT NOT NULL,
    severity TEXT NOT NULL,
    owner TEXT,
    groups TEXT NOT NULL,
    PRIMARY KEY (rule, run)
) STRICT, WITHOUT ROWID;
INSERT INTO told_rule VALUES('violence_rise',1,'Violence rises over 10%','violence','high','Analyst','["violence-group"]');
CREATE TABLE told_area (
    area TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (area, run)
) STRICT, WITHOUT ROWID;
INSERT INTO told_area VALUES('B1',1,'Borough','borough');
INSERT INTO told_area VALUES('W1',1,'North','ward');
INSERT INTO told_area VALUES('W2',1,'South','ward');
CREATE TABLE pruning (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    first_kept INTEGER NOT NULL REFERENCES run,
    removed TEXT NOT NULL
) STRICT;
CREATE TABLE words (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL,
    salt BLOB,
    text TEXT,
    CHECK ((salt IS NULL) = (text IS NULL))
) STRICT;
INSERT INTO words VALUES(1,X'69291347af90b80f5ef80af6e7b12e84a15e29374f4f6f920dd6ebb80030a352',X'd6fa9ed33d00348a959e06ed9ee5197c','Ann');
INSERT INTO words VALUES(2,X'81b86fbe3ab4184397b1f3156cffd2fbed1f3f6a19d13e2d8660aaff758e0076',X'ed1f848dc1c746345d6818d8f27e182f','patrols at the station');
INSERT INTO words VALUES(3,X'f2d5d4021bfc98d7101fdd55704b735f60d35786d8caeab0ff110e205e0e4f33',X'3e39effd4c9b8b36ec512faa9fe2695b','Chair');
INSERT INTO words VALUES(4,X'40429fd1fdbad3cf2aec9d19b15840144ba5a80d9d71239edb5e3c7014aa2ebe',X'af5da77de671954338a1e85ea832fcce','Ann');
INSERT INTO words VALUES(5,X'cb0b9de9decaa618c56ffe68a9e79771ad390e43ce96ed4c9cf43d0d567ea840',X'e17e980ffc6bce582486a4a16e117473','patrols sent');
INSERT INTO words VALUES(6,X'113f2351b456589d7c1c2768a6856dbe301ce85a9f8ac8a93282e6e44981846f',X'e9656e59dc7b512059fa3640cb9f4741','Ben');
INSERT INTO words VALUES(7,X'0395a5c8c5887bcc35e4210b3d94716ba514e6dfe87d68da4127dd3f00881d27',NULL,NULL);
INSERT INTO words VALUES(8,X'350bf3685b58826c6887dfe4ff4810987eb09a7c8aac13f2815d5bc72bfae7c0',X'56df86d6ea5b32afb3e2d2e745b7d3df','Ann');
INSERT INTO words VALUES(9,X'57b45dcfa44a9281c39b3e3df9151a8d135a2063af391efbe4128bc8dec38ff7',X'fb93d6110cbd8c08297dcaabea246d05','see the minutes');
INSERT INTO words VALUES(10,X'1db6fc458644407fdba9340a1d4215e088b92cbef142548dd0bb289cbaae54fb',X'e77f14488f10c6c66ec85c61ca4535fe','Eve');
INSERT INTO words VALUES(11,X'd57d17ec04c4044b363040ffbccdb3d95eadb32a1a3dc9e32c08fec3de7c7f0e',X'93ca7dddeaaaff7b700e46650107a642','asked');
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    at REAL NOT NULL,
    day INTEGER NOT NULL,
    until INTEGER,
    rule TEXT,
    area TEXT,
    body TEXT,
    target INTEGER REFERENCES mark,
    part TEXT,
    author INTEGER NOT NULL REFERENCES words,
    words INTEGER REFERENCES words
, owner INTEGER REFERENCES words) STRICT;
INSERT INTO mark VALUES(1,'action',1795844243.1106226444,19890,19904,'violence_rise','W2',NULL,NULL,NULL,1,2,3);
INSERT INTO mark VALUES(2,'acknowledgement',1795844243.346326828,19890,NULL,'violence_rise','W2',NULL,NULL,NULL,4,5,NULL);
INSERT INTO mark VALUES(3,'outcome',1795844243.5896625518,19891,NULL,NULL,NULL,NULL,1,NULL,6,7,NULL);
INSERT INTO mark VALUES(4,'note',1795844243.8673877716,19891,NULL,'violence_rise',NULL,NULL,NULL,NULL,8,9,NULL);
INSERT INTO mark VALUES(5,'erasure',1795844244.1649093627,19892,NULL,NULL,NULL,NULL,3,'words',10,11,NULL);
CREATE TABLE chain (
    place INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    content BLOB NOT NULL,
    digest BLOB NOT NULL,
    UNIQUE (kind, subject)
) STRICT;
INSERT INTO chain VALUES(1,'run',1,X'08390aa1b00ba2c57cb8598f666b516183aa9c5b56bfd862e0e2abed8fd9f97b',X'90def531b3b2f866446a12d50e321197d10a000a6b491cb0a80e74909b1ad68b');
INSERT INTO chain VALUES(2,'run',2,X'538b8f9c2b4b6a042b7d271e23d16430a97adac66c37dc3e591daa0e4a87bd79',X'fb99b6457176437445748e8b0cf32204bebb5ead03de828b2abfeaca3d588452');
INSERT INTO chain VALUES(3,'run',3,X'aaee1c6aa7221f508c9d2d7f18b4ae2775eb639c893fc1c4d9ba67ea9ac9676f',X'f4b5e2f13711447e99be90cbfca220c4c837a6c0880c2fa8dbb4ae6860fd9e11');
INSERT INTO chain VALUES(4,'mark',1,X'43bd0843f2575cd532cb4bb0786f94ecf5ee7d20dd5d16eb88fa30770d1346ec',X'9baff659b6ab0d2b7d3ec5cee99ba2d5dcf37482d4dd792d18f0b15ccf3d65e7');
INSERT INTO chain VALUES(5,'mark',2,X'bc0ada6f2820e143b9db6535c51c7e8212d14d746ede0df29bae72ce74b0edda',X'ab6a6849f279a157f26593ded2ff87225b57aa4cc22ff6b1f1b21711234aad8a');
INSERT INTO chain VALUES(6,'mark',3,X'41a2d3b3fe15e1815765c6cff85bb20ec3df3d7990df9c022088e4d08c9904cf',X'b7d78f6e433f5a6194d6e0c83e791758b5a7ddaccade139c0bc5d33e766037ca');
INSERT INTO chain VALUES(7,'mark',4,X'8d787fb6429b9af2685a8f2a7eb9bd9e02b9b162da1b29ccdbf8d29a4351b4e2',X'2803b71033af0ec0a4b94bf53472af017059ceb528b428269e05c1ffb3cfceef');
INSERT INTO chain VALUES(8,'mark',5,X'cb4ac08121fa3c61f09bc2a9a99cd1b5114eaa129d47a155737e064e20e1bec5',X'4bbe9f7b88068de71a55b13c11976a5ee1457ff6678880fe8407b9d721bc8893');
CREATE TABLE stage_time (
    run INTEGER NOT NULL REFERENCES run,
    place INTEGER NOT NULL,
    stage TEXT NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (run, place),
    UNIQUE (run, stage)
) STRICT, WITHOUT ROWID;
INSERT INTO stage_time VALUES(1,0,'load',0.00023404700000000000395);
INSERT INTO stage_time VALUES(1,1,'check',0.73547165599999997365);
INSERT INTO stage_time VALUES(1,2,'plan',0.04096756099999999956);
INSERT INTO stage_time VALUES(1,3,'fetch',0.58765751099999996576);
INSERT INTO stage_time VALUES(1,4,'compute',0.0050204960000000001599);
INSERT INTO stage_time VALUES(1,5,'record',0.0002154699999999999953);
INSERT INTO stage_time VALUES(1,6,'evaluate',0.0002462650000000000147);
INSERT INTO stage_time VALUES(1,7,'transition',0.14903356300000000778);
INSERT INTO stage_time VALUES(1,8,'publish',0.020573984000000000021);
INSERT INTO stage_time VALUES(1,9,'deliver',0.0079963199999999994699);
INSERT INTO stage_time VALUES(2,0,'load',0.00018710699999999999597);
INSERT INTO stage_time VALUES(2,1,'check',0.21948129299999999397);
INSERT INTO stage_time VALUES(2,2,'plan',0.027766400999999999582);
INSERT INTO stage_time VALUES(2,3,'fetch',0.42712740100000001763);
INSERT INTO stage_time VALUES(2,4,'compute',0.021875925000000000925);
INSERT INTO stage_time VALUES(2,5,'record',0.00014438400000000000539);
INSERT INTO stage_time VALUES(2,6,'evaluate',0.00018389299999999999591);
INSERT INTO stage_time VALUES(2,7,'transition',0.50209083399999998587);
INSERT INTO stage_time VALUES(2,8,'publish',0.072592796000000001099);
INSERT INTO stage_time VALUES(2,9,'deliver',0.0047131300000000002706);
INSERT INTO stage_time VALUES(3,0,'load',0.00016891099999999999604);
INSERT INTO stage_time VALUES(3,1,'check',0.3014068699999999934);
INSERT INTO stage_time VALUES(3,2,'plan',0.062195946000000001951);
INSERT INTO stage_time VALUES(3,3,'fetch',0.64224097700000004618);
INSERT INTO stage_time VALUES(3,4,'compute',0.0085210379999999998762);
INSERT INTO stage_time VALUES(3,5,'record',0.00025827299999999999867);
INSERT INTO stage_time VALUES(3,6,'evaluate',0.0003925120000000000258);
INSERT INTO stage_time VALUES(3,7,'transition',0.5923309530000000489);
INSERT INTO stage_time VALUES(3,8,'publish',0.11168439400000000627);
INSERT INTO stage_time VALUES(3,9,'deliver',0.048053503999999996887);
CREATE TABLE stretch (
    block INTEGER NOT NULL REFERENCES block,
    place INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    digest BLOB NOT NULL,
    PRIMARY KEY (block, place, run)
) STRICT, WITHOUT ROWID;
INSERT INTO stretch VALUES(1,674,1,X'48dc6b8a34a96167b5581babb1c89e722992b6b7108ef017e48802c9250724f3');
INSERT INTO stretch VALUES(1,674,2,X'ca0b9b2834e0c407c357b2110f7b43e462a242c356d348f1637b24d7dbe2dcb7');
INSERT INTO stretch VALUES(1,674,3,X'48dc6b8a34a96167b5581babb1c89e722992b6b7108ef017e48802c9250724f3');
INSERT INTO stretch VALUES(2,674,1,X'39569e681b08e5f0726bc155d4a631833e9106b45e1e04a418ddedee3182b965');
INSERT INTO stretch VALUES(2,674,2,X'd933d8f706b2fc27c8a1edaa5260943dce646f24d0569096d9ae1f3935feba6e');
INSERT INTO stretch VALUES(2,674,3,X'0c63893a2573445a92bb97ec165999424fec278969144d51ecdd8519aa2d61ea');
CREATE TABLE told_alert (
    reader TEXT NOT NULL,
    rule TEXT NOT NULL,
    area TEXT NOT NULL,
    list TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    item TEXT NOT NULL,
    PRIMARY KEY (reader, rule, area)
) STRICT, WITHOUT ROWID;
INSERT INTO told_alert VALUES('violence-group','violence_rise','B1','violence-group',3,'{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}');
INSERT INTO told_alert VALUES('violence-group','violence_rise','W1','violence-group',2,'{"area":"W1","area_name":"North","message":"North: 20 → 21 in January to March 2024 (+5%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"}');
INSERT INTO told_alert VALUES('violence-group','violence_rise','W2','violence-group',3,'{"area":"W2","area_name":"South","message":"South: 10 → 36 in January to March 2024 (+260%)","period":"2024 Q1","priority":"violence","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}');
CREATE TABLE told_line (
    reader TEXT NOT NULL,
    line TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    PRIMARY KEY (reader, line)
) STRICT, WITHOUT ROWID;
INSERT INTO told_line VALUES('violence-group','Violence rises over 10%, Borough: January to March 2024 would have fired on the revised figures.',3);
INSERT INTO told_line VALUES('violence-group','Violence rises over 10%, South: January to March 2024 would have fired on the revised figures.',3);
CREATE TABLE renamed_rule (
    former TEXT NOT NULL,
    rule TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    PRIMARY KEY (former, rule, run)
) STRICT, WITHOUT ROWID;
CREATE TABLE told_text (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    priority TEXT NOT NULL,
    text TEXT,
    PRIMARY KEY (kind, id, run)
) STRICT, WITHOUT ROWID;
INSERT INTO told_text VALUES('kpi','violence',1,'violence','{"better":"lower","by":"borough, ward","grains":"quarter","indicator":"count","title":"Violent incidents","unit":"count","with":"{dataset: incidents, where: kind == \"Violence\"}"}');
INSERT INTO told_text VALUES('rule','violence_rise',1,'violence','{"clear":"change(violence) < 5%","given":"significant(change(violence))","message":"{area}: {year_before(violence)} → {violence} in {period} ({change(violence)})","on":"quarter","owner":"Analyst","respond":"Meet","severity":"high","title":"Violence rises over 10%","when":"change(violence) > 10%"}');
CREATE TABLE run_content (
    run INTEGER PRIMARY KEY REFERENCES run,
    digest BLOB NOT NULL
) STRICT;
INSERT INTO run_content VALUES(1,X'090daa6f2c4165311a1597b0232693d6aaf8c9c910d03c2ca44a58017aaa2c2a');
INSERT INTO run_content VALUES(2,X'513a66fcadf27f094a9e282c0f09d492a48d6006dc959ac18f02a4ae8b717ad7');
INSERT INTO run_content VALUES(3,X'cd82a63c9069bbd5dcb5fefeac148db7a50e73450d03675c8325c63040bb9f29');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',3);
INSERT INTO sqlite_sequence VALUES('words',11);
INSERT INTO sqlite_sequence VALUES('mark',5);
CREATE INDEX verdict_standing ON verdict (rule, level, digest) WHERE until_run IS NULL;
CREATE INDEX transition_alert ON transition (rule, area, period);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;
CREATE INDEX failed_attempt_outbox ON failed_attempt (outbox);
CREATE INDEX transition_run ON transition (run);
CREATE INDEX edition_run ON edition (run);
CREATE INDEX verdict_run ON verdict (run);
CREATE INDEX verdict_until_run ON verdict (until_run) WHERE until_run IS NOT NULL;
CREATE INDEX notice_run ON notice (run);
COMMIT;
