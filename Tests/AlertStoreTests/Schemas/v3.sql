PRAGMA application_id = 1111707185;
BEGIN TRANSACTION;
CREATE TABLE area_list (id INTEGER PRIMARY KEY, codes TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "area_list" VALUES(1,'["B1"]');
INSERT INTO "area_list" VALUES(2,'["W1","W2"]');
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    kpi TEXT NOT NULL,
    level TEXT NOT NULL,
    grain TEXT NOT NULL,
    UNIQUE (kpi, level, grain)
) STRICT;
INSERT INTO "block" VALUES(1,'violence','borough','quarter');
INSERT INTO "block" VALUES(2,'violence','ward','quarter');
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
INSERT INTO "edition" VALUES(1,1,'count',1,8089,8,X'3B5973ED72F1FA3000298EC48E369069B02E930532B22AB766CA65E161F191CD');
INSERT INTO "edition" VALUES(1,2,'count',1,8089,8,X'02AAFF52CFD9DA71EC7A1F2270A1087514453F1C09087805BA0F58D267775277');
INSERT INTO "edition" VALUES(1,3,'count',1,8089,8,X'3B5973ED72F1FA3000298EC48E369069B02E930532B22AB766CA65E161F191CD');
INSERT INTO "edition" VALUES(2,1,'count',2,8089,8,X'5A05C4908487F9410EB34BF3C559B2AAAA907C339C9D69C6CC373F06980559B6');
INSERT INTO "edition" VALUES(2,2,'count',2,8089,8,X'1BFDBFE29FA8F9A9356AB2A0303DFA2DD9F4CBB8072859F0A0BBA0C9B316F67C');
INSERT INTO "edition" VALUES(2,3,'count',2,8089,8,X'4D43BEF974D22FF59A619677D29009B8B20C51E653B862FDFC2DA9CCC17BD34E');
CREATE TABLE failed_attempt (
    id INTEGER PRIMARY KEY,
    outbox INTEGER NOT NULL REFERENCES outbox,
    at REAL NOT NULL,
    failure TEXT NOT NULL
) STRICT;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('v1');
INSERT INTO "grdb_migrations" VALUES('v2');
INSERT INTO "grdb_migrations" VALUES('v3');
CREATE TABLE meaning (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "meaning" VALUES(1,'meaning-1; quarter; 0 violence (count) 1.0; 0 change 0 earlier 4; 1 constant 0.1; 2 0 > 1; 3 significant 0 earlier 4 at 0.95; 4 change 0 earlier 4; 5 constant 0.05; 6 4 < 5; when 2; given chance 3; clear 6');
CREATE TABLE notice (
    key TEXT PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "notice" VALUES('2024-05-31-violence-group-1b4e3fce67fa',1,'{"as_of":"2024-05-31","audience":"internal","body":["The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 46 in January to March 2024 (+130%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-05-31-violence-group-1b4e3fce67fa","subject":"Violence group: 2 new, as of 31 May 2024"}');
INSERT INTO "notice" VALUES('2024-06-14-violence-group-fe543af0e027',2,'{"as_of":"2024-06-14","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would not have fired on the revised figures.","Violence rises over 10%, North: January to March 2024 would not have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 32 in January to March 2024 (+6.7%)","period":"2024 Q1","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"},{"area":"W1","area_name":"North","message":"North: 20 → 21 in January to March 2024 (+5%)","period":"2024 Q1","rule":"violence_rise","section":"withdrawn","severity":"high","title":"Violence rises over 10%"}],"key":"2024-06-14-violence-group-fe543af0e027","subject":"Violence group: 2 withdrawn, 2 past verdicts changed, as of 14 June 2024"}');
INSERT INTO "notice" VALUES('2024-06-15-violence-group-d8fc7a5efe3b',3,'{"as_of":"2024-06-15","audience":"internal","body":["2 figures told before were restated.","Violence rises over 10%, Borough: January to March 2024 would have fired on the revised figures.","Violence rises over 10%, South: January to March 2024 would have fired on the revised figures.","The whole list: violence-group/breaches.html"],"group":"violence-group","items":[{"area":"B1","area_name":"Borough","message":"Borough: 30 → 57 in January to March 2024 (+90%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"},{"area":"W2","area_name":"South","message":"South: 10 → 36 in January to March 2024 (+260%)","period":"2024 Q1","rule":"violence_rise","section":"new","severity":"high","since":"2024 Q1","title":"Violence rises over 10%"}],"key":"2024-06-15-violence-group-d8fc7a5efe3b","subject":"Violence group: 2 new, 2 past verdicts changed, as of 15 June 2024"}');
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
INSERT INTO "observation" VALUES(1,'B1',8089,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8090,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8091,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8092,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8093,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8094,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8095,1,0,0,0,30.0,NULL,NULL,NULL,NULL,NULL,30.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8096,1,0,0,0,57.0,NULL,NULL,NULL,NULL,NULL,57.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8096,2,0,0,0,32.0,NULL,NULL,NULL,NULL,NULL,32.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(1,'B1',8096,3,0,0,0,57.0,NULL,NULL,NULL,NULL,NULL,57.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8089,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8090,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8091,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8092,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8093,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8094,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8095,1,0,0,0,20.0,NULL,NULL,NULL,NULL,NULL,20.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8096,1,0,0,0,46.0,NULL,NULL,NULL,NULL,NULL,46.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W1',8096,2,0,0,0,21.0,NULL,NULL,NULL,NULL,NULL,21.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8089,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8090,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8091,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8092,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8093,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8094,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8095,1,0,0,0,10.0,NULL,NULL,NULL,NULL,NULL,10.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8096,1,0,0,0,11.0,NULL,NULL,NULL,NULL,NULL,11.0,NULL,NULL,NULL);
INSERT INTO "observation" VALUES(2,'W2',8096,3,0,0,0,36.0,NULL,NULL,NULL,NULL,NULL,36.0,NULL,NULL,NULL);
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    notice TEXT NOT NULL REFERENCES notice,
    channel TEXT NOT NULL,
    delivered REAL,
    UNIQUE (notice, channel)
) STRICT;
INSERT INTO "outbox" VALUES(1,'2024-05-31-violence-group-1b4e3fce67fa','folder',1.79580670142439389235e+09);
INSERT INTO "outbox" VALUES(2,'2024-06-14-violence-group-fe543af0e027','folder',1.79580670221236801146e+09);
INSERT INTO "outbox" VALUES(3,'2024-06-15-violence-group-d8fc7a5efe3b','folder',1.7958067028323731422e+09);
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
INSERT INTO "publication" VALUES(1,1.79580670142044067382e+09);
INSERT INTO "publication" VALUES(2,1.79580670220845818518e+09);
INSERT INTO "publication" VALUES(3,1.79580670282901048656e+09);
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
INSERT INTO "run" VALUES(1,19874,1.79580670058626699447e+09,1.79580670135874748225e+09,'{"faults":0,"records":267,"rules":1,"set aside":0}','{}','573e954ac87f3ba9a462c4ba92b562c5f336525967fa3d9cc840a0ad1d1ae7c8','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO "run" VALUES(2,19888,1.79580670156207513809e+09,1795806702.14508,'{"faults":0,"records":242,"rules":1,"set aside":0}','{}','d46624ad9df48b55095cfb8dbce185231eefde8b770dc69d80c248e8e779a483','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
INSERT INTO "run" VALUES(3,19889,1.79580670232206153873e+09,1.79580670276013660427e+09,'{"faults":0,"records":267,"rules":1,"set aside":0}','{}','cfb660b83dbc77bb265a45b26fd4d395293812798e37e9320c17c075ae5d484e','e3a179eaa6f204d1acbec59d8fe549a649ed120571197c9b0875eda9e1828cb9');
CREATE TABLE told_area (
    area TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (area, run)
) STRICT, WITHOUT ROWID;
INSERT INTO "told_area" VALUES('B1',1,'Borough','borough');
INSERT INTO "told_area" VALUES('W1',1,'North','ward');
INSERT INTO "told_area" VALUES('W2',1,'South','ward');
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
INSERT INTO "told_rule" VALUES('violence_rise',1,'Violence rises over 10%','violence','high','Analyst','["violence-group"]');
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
INSERT INTO "transition" VALUES(1,1,'violence_rise','B1','quarter',8096,'firing',1);
INSERT INTO "transition" VALUES(2,1,'violence_rise','W1','quarter',8096,'firing',1);
INSERT INTO "transition" VALUES(3,2,'violence_rise','B1','quarter',8096,'withdrawn',1);
INSERT INTO "transition" VALUES(4,2,'violence_rise','W1','quarter',8096,'withdrawn',1);
INSERT INTO "transition" VALUES(5,3,'violence_rise','B1','quarter',8096,'firing',1);
INSERT INTO "transition" VALUES(6,3,'violence_rise','W2','quarter',8096,'firing',1);
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
INSERT INTO "verdict" VALUES(1,'violence_rise','borough',1,2,1,'quarter',8089,8,X'06437DBFF26206983CA2A5428B2D78E18E72E6D707AE6F4EA033F7834F51B910',X'1515151502020200');
INSERT INTO "verdict" VALUES(2,'violence_rise','ward',1,2,2,'quarter',8089,8,X'09038B6729BA93A2D1CA3D7B28FA5C2D10F7C233B2553A5FD8CF171D4FC756B9',X'15151515020202001515151502020202');
INSERT INTO "verdict" VALUES(3,'violence_rise','borough',2,3,1,'quarter',8089,8,X'1EA4FF68BAD1A2C0851CACF8BC61E79C888035F072B2F73788AC47DD76A9AB74',X'1515151502020202');
INSERT INTO "verdict" VALUES(4,'violence_rise','ward',2,3,2,'quarter',8089,8,X'6A9251826484A69E78EAAB68545D37B132FDD70B187F67BA9C97F1E1B25AD62F',X'15151515020202021515151502020202');
INSERT INTO "verdict" VALUES(5,'violence_rise','borough',3,NULL,1,'quarter',8089,8,X'06437DBFF26206983CA2A5428B2D78E18E72E6D707AE6F4EA033F7834F51B910',X'1515151502020200');
INSERT INTO "verdict" VALUES(6,'violence_rise','ward',3,NULL,2,'quarter',8089,8,X'54D64242D3065D469CC43C2A759FA3365D8D6262FC4D83A3B16F524B5FD637C2',X'15151515020202021515151502020200');
CREATE INDEX verdict_standing ON verdict (rule, level, digest) WHERE until_run IS NULL;
CREATE INDEX transition_alert ON transition (rule, area, period);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;
CREATE INDEX failed_attempt_outbox ON failed_attempt (outbox);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('run',3);
COMMIT;
