PRAGMA application_id = 1111707185;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
INSERT INTO grdb_migrations VALUES('v5');
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
INSERT INTO run VALUES(1,19874,1795828429.8537502288,1795828430.7108392715,'{"faults":0,"records":267,"rules":1,"set aside":0}','{"beacon":"0.1.0","engine":"DuckDB 1.5.6","module serious-youth-violence":"a60577a959df"}','573e954ac87f3ba9a462c4ba92b562c5f336525967fa3d9cc840a0ad1d1ae7c8','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO run VALUES(2,19888,1795828431.0493359565,1795828432.1527860164,'{"faults":0,"records":242,"rules":1,"set aside":0}','{"beacon":"0.1.0","engine":"DuckDB 1.5.6","module serious-youth-violence":"a60577a959df"}','d4b98e4bd4de3b48f4330bb6dba429f38c67a73b2a9d9a6b95bfa371ab3dda1e','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO run VALUES(3,19889,1795828432.3346228599,1795828433.0129108428,'{"faults":0,"records":267,"rules":1,"set aside":0}','{"beacon":"0.1.0","engine":"DuckDB 1.5.6","module serious-youth-violence":"a60577a959df"}','aee91fc3827ec1000e97398f86327c8a562f78570bbc902ef9e2bc411b5ee972','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
CREATE TABLE publication (
    run INTEGER PRIMARY KEY REFERENCES run,
    at REAL NOT NULL
) STRICT;
INSERT INTO publication VALUES(1,1795828430.7859413624);
INSERT INTO publication VALUES(2,1795828432.2218551636);
INSERT INTO publication VALUES(3,1795828433.1068575382);
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
INSERT INTO notice VALUES('2024-05-31-violence-group-1b4e3fce67fa',1,'{"as_of":"2024-05-31","audience":"internal","body":["The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 46 in January to March 2024 (+130%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-05-31-violence-group-1b4e3fce67fa","subject":"Violence group: 2 new, as of 31 May 2024"}');
INSERT INTO notice VALUES('2024-06-14-violence-group-fe543af0e027',2,'{"as_of":"2024-06-14","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would not have fired on the revised figures.","Violence rises over 10%, North: January to March 2024 would not have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 32 in January to March 2024 (+6.7%)","period":"2024 Q1","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 21 in January to March 2024 (+5%)","period":"2024 Q1","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"}],"key":"2024-06-14-violence-group-fe543af0e027","subject":"Violence group: 2 withdrawn, 2 past verdicts changed, as of 14 June 2024"}');
INSERT INTO notice VALUES('2024-06-15-violence-group-d8fc7a5efe3b',3,'{"as_of":"2024-06-15","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would have fired on the revised figures.","Violence rises over 10%, South: January to March 2024 would have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W2","area_name":"South","message":"South: 10 → 36 in January to March 2024 (+260%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-06-15-violence-group-d8fc7a5efe3b","subject":"Violence group: 2 new, 2 past verdicts changed, as of 15 June 2024"}');
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    notice TEXT NOT NULL REFERENCES notice,
    channel TEXT NOT NULL,
    delivered REAL,
    UNIQUE (notice, channel)
) STRICT;
INSERT INTO outbox VALUES(1,'2024-05-31-violence-group-1b4e3fce67fa','folder',1795828430.7868680953);
INSERT INTO outbox VALUES(2,'2024-06-14-violence-group-fe543af0e027','folder',1795828432.2225899696);
INSERT INTO outbox VALUES(3,'2024-06-15-violence-group-d8fc7a5efe3b','folder',1795828433.1074888705);
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
INSERT INTO words VALUES(1,X'552285fbfd96cf3b40f8d7dcc62329a88cd4a9fa1a8d283ccedec0f653c4e649',X'97b226ed9bda0ad0eb6827c7989a9d01','Ann');
INSERT INTO words VALUES(2,X'bc0cae12f0c75db87fafdaccd0a2e0705dc619e7dd91f5bd26c262c0b7bac54f',X'b3b1bfebda48f34996b454412f149b99','send patrols');
INSERT INTO words VALUES(3,X'df626117fb8b684afd4a96b38ccfbe8d2ef1b50c41b56da6e101a6e66cfd4264',X'b4c6fed3934839ec5f44a929e3a31c53','Dan');
INSERT INTO words VALUES(4,X'ff82f6987d47b2d012b547fc19d734a8d00a8f704993f9a21abc76c1e8866cf1',X'a4b284a356eb2a678f6dbdc3c19a8bdd','Ann');
INSERT INTO words VALUES(5,X'7b0bd72ca282668b046ce1c231b3543a4fd932428a7d1daccd78035a05e5e76d',X'9dd0482dc2a1a57ef01d3e480fac925d','patrols sent');
INSERT INTO words VALUES(6,X'e9a8c0af8266111d05117f99f5560aa10410ea6789374e9ec7163d5ca9c2b789',X'0880107d89fa78d9ea390272665dc8a9','Dan');
INSERT INTO words VALUES(7,X'8bfdeba94c9d29981a793e531c896db750c62361970ab5c657135f7841eb4961',NULL,NULL);
INSERT INTO words VALUES(8,X'dfff30f5e8a2c54330e51293e7a2db612d1fe3392216f5306448f6cde76130e2',X'9373a46707fb1d07c4cffed1ad49ed1e','Ben');
INSERT INTO words VALUES(9,X'a8674d24e9c3cce501549db0bcc2fdc73bc0f1bb6ff09ccdb6a7964d1e28d514',X'b5188fe160d91642c51fbefca7614d3e','see minutes');
INSERT INTO words VALUES(10,X'210b986777625fdc31114c71eb2dced3270323a1988acbcf983ca5a618a22028',X'fab8f5be9563466c6306117f96a23d5d','Cat');
INSERT INTO words VALUES(11,X'1e038f428b6ea27c773986cc3fec3a889cf158688b58873fc70b5bec0fddd9f5',X'86aad68a9770d3bb68fb807d3b5953b6','asked for');
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
INSERT INTO mark VALUES(1,'action',1795828433.5122487544,19890,19904,'violence_rise','W2',NULL,NULL,NULL,1,2,3);
INSERT INTO mark VALUES(2,'acknowledgement',1795828478.6833047866,19890,NULL,'violence_rise','W2',NULL,NULL,NULL,4,5,NULL);
INSERT INTO mark VALUES(3,'outcome',1795828478.7561028003,19891,NULL,NULL,NULL,NULL,1,NULL,6,7,NULL);
INSERT INTO mark VALUES(4,'note',1795828478.9281811714,19891,NULL,'violence_rise',NULL,NULL,NULL,NULL,8,9,NULL);
INSERT INTO mark VALUES(5,'erasure',1795828479.0771336555,19892,NULL,NULL,NULL,NULL,3,'words',10,11,NULL);
CREATE TABLE chain (
    place INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    content BLOB NOT NULL,
    digest BLOB NOT NULL,
    UNIQUE (kind, subject)
) STRICT;
INSERT INTO chain VALUES(1,'run',1,X'8c3b3e1cc9425a34849bbd6cca5944f863553d2b0d051c79b129c4c426bbba7a',X'cef9d5b4c820c28af2c4de0f219fd163e7dac63dd2b39e98a3c15406856ca140');
INSERT INTO chain VALUES(2,'run',2,X'c5c5257cf8882101ba1a6d3fb6b5e8d823694d6a4dd5a5362fcba8cdc8b2e5b9',X'53500346d9da7532df67dcd88db6d914bedd94dfcb9cfe6395baf3a8db7e15ba');
INSERT INTO chain VALUES(3,'run',3,X'82cda8e40a2bbd58eca7708f4c1d8a8ea6a2073ba064d206b723fe039cd5ddf3',X'4865fbed47078e417234eb4b9ea468de0b79e852045cfab0c1ec858c4776ac05');
INSERT INTO chain VALUES(4,'mark',1,X'6ecb10305c59f3f004ab1efc210dce9f710bb5306256c66a360db49a6f8a5036',X'4b1634281ad0982d4e69df1aefbfa08ea383d071da5ab8f0c6faf7a7d921a6dc');
INSERT INTO chain VALUES(5,'mark',2,X'0cb2a18cade53d5d587834b56830200ef9e05006e7992e1e79925158ec5833a2',X'0c278789b8ba7ff0305c157a30725d0e2621c649568135327dc1e35dfaf133d1');
INSERT INTO chain VALUES(6,'mark',3,X'478bad2d7af38da9ebd9c377801c20f7caaa138d1350737b494d75edb475511f',X'fc117cfe24da79c3c3e2c5916b1b864a307df406089c3dabc077b3e28f84d929');
INSERT INTO chain VALUES(7,'mark',4,X'4c8e44e93949924c2750e3b00e996f46cce4f7e9f44978b3cc209b9bc533d778',X'5cd8c31ad0d716c9d44beb462aa108c8dfd919fd0bebc009714e8a7d3a2d4271');
INSERT INTO chain VALUES(8,'mark',5,X'3a016d0384f6d9eb39074109a23e10583f187fff34e0616a89f25b6f65ddd060',X'7ef243981d23c65e2fea767b35fd2b11a7ee0425114a2bd98f023f195d636b33');
CREATE TABLE stage_time (
    run INTEGER NOT NULL REFERENCES run,
    place INTEGER NOT NULL,
    stage TEXT NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (run, place),
    UNIQUE (run, stage)
) STRICT, WITHOUT ROWID;
INSERT INTO stage_time VALUES(1,0,'load',0.0002652330000000000269);
INSERT INTO stage_time VALUES(1,1,'check',0.51525184300000004267);
INSERT INTO stage_time VALUES(1,2,'plan',0.0090721659999999995638);
INSERT INTO stage_time VALUES(1,3,'fetch',0.1740738569999999985);
INSERT INTO stage_time VALUES(1,4,'compute',0.0078163230000000000208);
INSERT INTO stage_time VALUES(1,5,'record',0.00038610299999999999958);
INSERT INTO stage_time VALUES(1,6,'evaluate',0.0012404589999999999627);
INSERT INTO stage_time VALUES(1,7,'transition',0.14778569299999999575);
INSERT INTO stage_time VALUES(1,8,'publish',0.057420533000000002765);
INSERT INTO stage_time VALUES(1,9,'deliver',0.0094666909999999993008);
INSERT INTO stage_time VALUES(2,0,'load',0.00020585499999999998656);
INSERT INTO stage_time VALUES(2,1,'check',0.10072395900000000179);
INSERT INTO stage_time VALUES(2,2,'plan',0.035190051999999999443);
INSERT INTO stage_time VALUES(2,3,'fetch',0.68490589000000001718);
INSERT INTO stage_time VALUES(2,4,'compute',0.14014987200000000866);
INSERT INTO stage_time VALUES(2,5,'record',0.00041519499999999998464);
INSERT INTO stage_time VALUES(2,6,'evaluate',0.00070328299999999996806);
INSERT INTO stage_time VALUES(2,7,'transition',0.14861197300000000831);
INSERT INTO stage_time VALUES(2,8,'publish',0.050183779999999997278);
INSERT INTO stage_time VALUES(2,9,'deliver',0.0041399599999999998206);
INSERT INTO stage_time VALUES(3,0,'load',0.00022560399999999999009);
INSERT INTO stage_time VALUES(3,1,'check',0.10626719900000000662);
INSERT INTO stage_time VALUES(3,2,'plan',0.017611530999999999713);
INSERT INTO stage_time VALUES(3,3,'fetch',0.39452617000000000935);
INSERT INTO stage_time VALUES(3,4,'compute',0.0065370450000000000084);
INSERT INTO stage_time VALUES(3,5,'record',0.00036388899999999999848);
INSERT INTO stage_time VALUES(3,6,'evaluate',0.00076880999999999997951);
INSERT INTO stage_time VALUES(3,7,'transition',0.17170666100000001041);
INSERT INTO stage_time VALUES(3,8,'publish',0.062742435999999998652);
INSERT INTO stage_time VALUES(3,9,'deliver',0.002686834999999999831);
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
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',3);
INSERT INTO sqlite_sequence VALUES('words',11);
INSERT INTO sqlite_sequence VALUES('mark',5);
CREATE INDEX verdict_standing ON verdict (rule, level, digest) WHERE until_run IS NULL;
CREATE INDEX transition_alert ON transition (rule, area, period);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;
CREATE INDEX failed_attempt_outbox ON failed_attempt (outbox);
CREATE INDEX transition_run ON transition (run);
COMMIT;
