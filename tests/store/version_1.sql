BEGIN TRANSACTION;
CREATE TABLE documents (
	id TEXT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	date VARCHAR(10), 
	outlet TEXT NOT NULL, 
	url TEXT NOT NULL, 
	source TEXT NOT NULL, 
	language TEXT NOT NULL, 
	text TEXT NOT NULL, 
	added_at VARCHAR(25) NOT NULL, 
	versions JSON NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (hash)
);
INSERT INTO "documents" VALUES('a','a9ee25bcfbecfa389677595f5c2187601dcb2b5556d47e2e81a398b64b52c1fe','A row','2031-05-01','The Bell','https://bell.example/1','','en','Ada Quill criticised Bo Marsh.','2026-11-26T14:52:15+00:00','{"extractor": "1", "model": "m 1"}');
INSERT INTO "documents" VALUES('b','7fee5ff0727103e33ef0ef63803559cb58b142548b62058b0c803338d28e2497','',NULL,'','','','en','Ada Quill criticised Bo Marsh later.','2026-11-26T14:52:15+00:00','{"extractor": "1", "model": "m 2"}');
INSERT INTO "documents" VALUES('c','993405f5b351389795725bd9cc1db48bfbd65cd9179f32ef2485e2fb6143e1ee','',NULL,'','','','en','Ada Quill criticised Bo Marsh too.','2026-11-26T14:52:15+00:00','{"extractor": "1", "model": "m 1"}');
CREATE TABLE entities (
	document TEXT NOT NULL, 
	id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	facts TEXT NOT NULL, 
	PRIMARY KEY (document, id), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
INSERT INTO "entities" VALUES('a','bo-marsh',0,'{"gender": null, "id": "bo-marsh", "name": "Bo Marsh", "other_names": [], "party": null, "roles": [], "type": "person", "wikidata": null}');
INSERT INTO "entities" VALUES('a','ada-quill',1,'{"gender": null, "id": "ada-quill", "name": "Ada Quill", "other_names": [], "party": "Lanterns", "roles": ["mayor"], "type": "person", "wikidata": null}');
INSERT INTO "entities" VALUES('b','bo-marsh',0,'{"gender": null, "id": "bo-marsh", "name": "Bo Marsh", "other_names": [], "party": null, "roles": [], "type": "person", "wikidata": null}');
INSERT INTO "entities" VALUES('b','ada-quill',1,'{"gender": null, "id": "ada-quill", "name": "Ada Quill", "other_names": [], "party": "Lanterns", "roles": ["mayor"], "type": "person", "wikidata": null}');
INSERT INTO "entities" VALUES('c','bo-marsh',0,'{"gender": null, "id": "bo-marsh", "name": "Bo Marsh", "other_names": [], "party": null, "roles": [], "type": "person", "wikidata": null}');
INSERT INTO "entities" VALUES('c','ada-quill',1,'{"gender": null, "id": "ada-quill", "name": "Ada Quill", "other_names": [], "party": "Lanterns", "roles": ["mayor"], "type": "person", "wikidata": null}');
CREATE TABLE meta (
	name VARCHAR(40) NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('schema_version',1);
INSERT INTO "meta" VALUES('revision',3);
CREATE TABLE readings (
	document TEXT NOT NULL, 
	mentions JSON NOT NULL, 
	attributions JSON NOT NULL, 
	remarks JSON NOT NULL, 
	PRIMARY KEY (document), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
INSERT INTO "readings" VALUES('a','[{"start": 0, "end": 9, "entity_id": "ada-quill", "kind": "name"}]','[{"source": [[0, 9]], "cue": [], "content": [[10, 20], [21, 29]], "entity_id": "ada-quill", "direct": false}]','["one sentence was too long"]');
INSERT INTO "readings" VALUES('b','[{"start": 0, "end": 9, "entity_id": "ada-quill", "kind": "name"}]','[{"source": [[0, 9]], "cue": [], "content": [[10, 20], [21, 29]], "entity_id": "ada-quill", "direct": false}]','["one sentence was too long"]');
INSERT INTO "readings" VALUES('c','[{"start": 0, "end": 9, "entity_id": "ada-quill", "kind": "name"}]','[{"source": [[0, 9]], "cue": [], "content": [[10, 20], [21, 29]], "entity_id": "ada-quill", "direct": false}]','["one sentence was too long"]');
CREATE TABLE statements (
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	actor TEXT NOT NULL, 
	actor_id TEXT NOT NULL, 
	actor_type VARCHAR(20) NOT NULL, 
	actor_party TEXT, 
	relation TEXT NOT NULL, 
	family VARCHAR(20) NOT NULL, 
	polarity INTEGER NOT NULL, 
	target TEXT NOT NULL, 
	target_id TEXT NOT NULL, 
	target_type VARCHAR(20) NOT NULL, 
	target_party TEXT, 
	voice VARCHAR(20) NOT NULL, 
	attributed_to TEXT, 
	negated BOOLEAN NOT NULL, 
	evidence TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	actor_span JSON NOT NULL, 
	cue_span JSON NOT NULL, 
	target_span JSON NOT NULL, 
	date VARCHAR(10), 
	modality VARCHAR(20) NOT NULL, 
	confidence FLOAT, 
	method TEXT NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	outlet TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
INSERT INTO "statements" VALUES('a-1','a',0,'Ada Quill','ada-quill','person',NULL,'criticised','opposition',-1,'Bo Marsh','bo-marsh','person',NULL,'outlet',NULL,0,'Ada Quill criticised Bo Marsh.',0,30,'[0, 9]','[10, 20]','[21, 29]',NULL,'asserted',NULL,'','proposed','');
INSERT INTO "statements" VALUES('b-1','b',0,'Ada Quill','ada-quill','person',NULL,'criticised','opposition',-1,'Bo Marsh','bo-marsh','person',NULL,'outlet',NULL,0,'Ada Quill criticised Bo Marsh later.',0,36,'[0, 9]','[10, 20]','[21, 29]',NULL,'asserted',NULL,'','proposed','');
INSERT INTO "statements" VALUES('c-1','c',0,'Ada Quill','ada-quill','person',NULL,'criticised','opposition',-1,'Bo Marsh','bo-marsh','person',NULL,'outlet',NULL,0,'Ada Quill criticised Bo Marsh too.',0,34,'[0, 9]','[10, 20]','[21, 29]',NULL,'asserted',NULL,'','proposed','');
CREATE INDEX ix_documents_date ON documents (date);
CREATE INDEX ix_statements_actor_id ON statements (actor_id);
CREATE INDEX ix_statements_document ON statements (document);
CREATE INDEX ix_statements_date ON statements (date);
CREATE INDEX ix_statements_relation ON statements (relation);
CREATE INDEX ix_statements_target_id ON statements (target_id);
COMMIT;
