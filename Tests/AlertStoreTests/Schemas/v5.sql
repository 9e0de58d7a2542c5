PRAGMA application_id = 1111707185;
BEGIN TRANSACTION;
CREATE TABLE area_list (id INTEGER PRIMARY KEY, codes TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO area_list VALUES(1,'["B1"]');
INSERT INTO area_list VALUES(2,'["W1","W2"]');
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
CREATE TABLE failed_attempt (
    id INTEGER PRIMARY KEY,
    outbox INTEGER NOT NULL REFERENCES outbox,
    at REAL NOT NULL,
    failure TEXT NOT NULL
) STRICT;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
INSERT INTO grdb_migrations VALUES('v5');
CREATE TABLE meaning (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO meaning VALUES(1,'meaning-1; quarter; 0 violence (count) 1.0; 0 change 0 earlier 4; 1 constant 0.1; 2 0 > 1; 3 significant 0 earlier 4 at 0.95; 4 change 0 earlier 4; 5 constant 0.05; 6 4 < 5; when 2; given chance 3; clear 6');
CREATE TABLE notice (
    key TEXT PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO notice VALUES('2024-05-31-violence-group-1b4e3fce67fa',1,'{"as_of":"2024-05-31","audience":"internal","body":["The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 46 in January to March 2024 (+130%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-05-31-violence-group-1b4e3fce67fa","subject":"Violence group: 2 new, as of 31 May 2024"}');
INSERT INTO notice VALUES('2024-06-14-violence-group-fe543af0e027',2,'{"as_of":"2024-06-14","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would not have fired on the revised figures.","Violence rises over 10%, North: January to March 2024 would not have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 32 in January to March 2024 (+6.7%)","period":"2024 Q1","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 21 in January to March 2024 (+5%)","period":"2024 Q1","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"}],"key":"2024-06-14-violence-group-fe543af0e027","subject":"Violence group: 2 withdrawn, 2 past verdicts changed, as of 14 June 2024"}');
INSERT INTO notice VALUES('2024-06-15-violence-group-d8fc7a5efe3b',3,'{"as_of":"2024-06-15","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would have fired on the revised figures.","Violence rises over 10%, South: January to March 2024 would have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W2","area_name":"South","message":"South: 10 → 36 in January to March 2024 (+260%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-06-15-violence-group-d8fc7a5efe3b","subject":"Violence group: 2 new, 2 past verdicts changed, as of 15 June 2024"}');
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
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    notice TEXT NOT NULL REFERENCES notice,
    channel TEXT NOT NULL,
    delivered REAL,
    UNIQUE (notice, channel)
) STRICT;
INSERT INTO outbox VALUES(1,'2024-05-31-violence-group-1b4e3fce67fa','folder',1795806701.4243938923);
INSERT INTO outbox VALUES(2,'2024-06-14-violence-group-fe543af0e027','folder',1795806702.2123680114);
INSERT INTO outbox VALUES(3,'2024-06-15-violence-group-d8fc7a5efe3b','folder',1795806702.8323731422);
CREATE TABLE pruning (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    first_kept INTEGER NOT NULL REFERENCES run,
    removed TEXT NOT NULL
) STRICT;
CREATE TABLE publication (
    run INTEGER PRIMARY KEY REFERENCES run,
    at REAL NOT NULL
) STRICT;
INSERT INTO publication VALUES(1,1795806701.4204406738);
INSERT INTO publication VALUES(2,1795806702.2084581851);
INSERT INTO publication VALUES(3,1795806702.8290104865);
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
INSERT INTO run VALUES(1,19874,1795806700.5862669944,1795806701.3587474822,'{"faults":0,"records":267,"rules":1,"set aside":0}','{}','573e954ac87f3ba9a462c4ba92b562c5f336525967fa3d9cc840a0ad1d1ae7c8','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO run VALUES(2,19888,1795806701.562075138,1795806702.1450800895,'{"faults":0,"records":242,"rules":1,"set aside":0}','{}','d46624ad9df48b55095cfb8dbce185231eefde8b770dc69d80c248e8e779a483','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO run VALUES(3,19889,1795806702.3220615387,1795806702.7601366042,'{"faults":0,"records":267,"rules":1,"set aside":0}','{}','cfb660b83dbc77bb265a45b26fd4d395293812798e37e9320c17c075ae5d484e','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
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
CREATE TABLE words (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL,
    salt BLOB,
    text TEXT,
    CHECK ((salt IS NULL) = (text IS NULL))
) STRICT;
INSERT INTO words VALUES(1,X'c858356427110e9080d99f4912e2573449e4779e48b94179080a89a6f9985766',X'5bfb5a5ff8177f0a7f53fe86dcd1d46e','Ann');
INSERT INTO words VALUES(2,X'51cf944dc496d23e614a05eb93445079c95f153668a75a3c8fd0b59c68373366',X'101bf09370ebd4523b802350867f9b4c','patrols sent');
INSERT INTO words VALUES(3,X'01368c977671b6c938aa51dcc4a109c1ac115e175043a4e2eec03236655ad66c',X'e34eca66d4f218b6eaf5796fd6e07719','Ben');
INSERT INTO words VALUES(4,X'055c4a989f3e8361d5e8cbe386226561e914ff8bd3d23fc313c0f4ac31f8cdc1',X'ac42b343fef861beed9fea6664661136','recording changed');
INSERT INTO words VALUES(5,X'37d943d05f37675cacb4f187e25ad756606b8f1904ad99fa5d9c27b66bfa2e02',NULL,NULL);
INSERT INTO words VALUES(6,X'e59d8d50db061c4c125a0ef664767900949ff5d650d91707bbed340bf94f582f',NULL,NULL);
INSERT INTO words VALUES(7,X'ae762cd73035a56da92c4afcee2ed2edfeba9d9956ef3d1f828fb5ac90c2c37c',X'0f3c6a78d7e6492c996ac568ac54b5c0','Ben');
INSERT INTO words VALUES(8,X'e11f94d6c77057242ea7de209937cb11eeaaa2ebe30804151da9c47b60aaf06f',X'9ffb98fa28919c60561ab96543e85866','in order again');
INSERT INTO words VALUES(9,X'e8f09a8aaf5561cd5b7a277dda42aae7a2e7e514e2e8b20e4896a4196600f027',X'a819f932563d0e9ec35cffe2cdb0efd6','Cat');
INSERT INTO words VALUES(10,X'06cfda21002fbfd0112f3d5b7bf0e5832d906de490abc5acb304f0f2c8cf002b',X'639ad91a7038f3e7621b103230232e98','asked for');
INSERT INTO words VALUES(11,X'8244a2b67adb98d08f208a95aca0e2da15a60c16ff8e68673fc51e20854be4de',X'2887728bd6e5f688e1b04f7067e59040','Cat');
INSERT INTO words VALUES(12,X'34fd9732a5b4a647f570021dd021eec990f4fc2b0e40154a35e42891fdd7df73',X'0f55846239051c26664ad44e143720f3','asked for');
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
INSERT INTO mark VALUES(1,'acknowledgement',1795815775.0739154815,19890,NULL,'violence_rise','W2',NULL,NULL,NULL,1,2,NULL);
INSERT INTO mark VALUES(2,'silence',1795815775.2824835777,19890,19966,'violence_rise',NULL,NULL,NULL,NULL,3,4,NULL);
INSERT INTO mark VALUES(3,'note',1795815775.4247200489,19891,NULL,'violence_rise',NULL,NULL,NULL,NULL,5,6,NULL);
INSERT INTO mark VALUES(4,'end',1795815775.5569601058,19892,NULL,NULL,NULL,NULL,2,NULL,7,8,NULL);
INSERT INTO mark VALUES(5,'erasure',1795815775.7301738262,19893,NULL,NULL,NULL,NULL,3,'author',9,10,NULL);
INSERT INTO mark VALUES(6,'erasure',1795815775.7301738262,19893,NULL,NULL,NULL,NULL,3,'words',11,12,NULL);
CREATE TABLE chain (
    place INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    content BLOB NOT NULL,
    digest BLOB NOT NULL,
    UNIQUE (kind, subject)
) STRICT;
INSERT INTO chain VALUES(1,'run',1,X'385522930cc0cc614cff64305ed5b0f57a7a1a5f3fe26f38a635a90b684e01c2',X'0bf28cf80d610e1731e8ad35cb7458c10ddcdff4fb3bc3f6d6d353c85e211178');
INSERT INTO chain VALUES(2,'run',2,X'7cfbf80763616c13833636513037286a0198ff29202bc9fba437b8742686e92c',X'2e59a5907ed19f11f32c9222581a71fed52047ead8b27aa47f92c8338c92c8dd');
INSERT INTO chain VALUES(3,'run',3,X'a800de7903b582864f48e8ff2ec2b3ac34c24208f272a4d42f32ebc2dc677b5d',X'6d1408ecd4e00c4acfb0f95c97451494a2d9ec30f7871bf8f3f55bc86ef4f47e');
INSERT INTO chain VALUES(4,'mark',1,X'7a8bb67f233fb1fad5eda52128d0ecc267b86ab6b130ebcb044cd9d0756cf7a9',X'459ccec9444127b90bd97d36b4890a04753df8f750b37ee1ddc31875760f7a92');
INSERT INTO chain VALUES(5,'mark',2,X'616933db360379f3d97201213cfd28bd2b3d827127de81e2db8156cd51edf7ec',X'fc2cbd88a2eb6e2688cb39e54c404b54336cab116b5f927399e464584417810e');
INSERT INTO chain VALUES(6,'mark',3,X'ef21ae5542a31701d1972dbbd0e59fcd12407068f9cb45c14de3859e3074d594',X'510cf33fcae01cb80cfa7b9ef43fa07df13b89a45a077107a53f949627829841');
INSERT INTO chain VALUES(7,'mark',4,X'7a1125ccbbd5a1156f5d32fdebe54a4afce9945787173274edb58187c26c2c67',X'664d7bb7950ad23360749cee5db9c69868cebfdcd658680070bd089602fe8125');
INSERT INTO chain VALUES(8,'mark',5,X'aee26420095b00478aba4c69cfa3ec796d5475b9d3f44a6defca97bd4194a4c1',X'5a50bc6380c8cd69949e95fc9d049f5b2a60c63d55c0ecad8cc82b861340f3d2');
INSERT INTO chain VALUES(9,'mark',6,X'5696cb28fda9d65077a158c98eaa6c800635bdc679fccf5ad9e4dddb7d7864fd',X'17c7f49ad6c2e2bf0db93f22d2c9916bc318f720963fd23c95a9cfc2a76ed65d');
CREATE TABLE stage_time (
    run INTEGER NOT NULL REFERENCES run,
    place INTEGER NOT NULL,
    stage TEXT NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (run, place),
    UNIQUE (run, stage)
) STRICT, WITHOUT ROWID;
CREATE TABLE stretch (
    block INTEGER NOT NULL REFERENCES block,
    place INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    digest BLOB NOT NULL,
    PRIMARY KEY (block, place, run)
) STRICT, WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',3);
INSERT INTO sqlite_sequence VALUES('words',12);
INSERT INTO sqlite_sequence VALUES('mark',6);
CREATE INDEX verdict_standing ON verdict (rule, level, digest) WHERE until_run IS NULL;
CREATE INDEX transition_alert ON transition (rule, area, period);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;
CREATE INDEX failed_attempt_outbox ON failed_attempt (outbox);
CREATE INDEX transition_run ON transition (run);
COMMIT;
