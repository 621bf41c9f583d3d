-- Whom documents call the holder of an office is read more strictly than before: all is searched anew.
DELETE FROM office_evidence;
INSERT OR IGNORE INTO unlearnt (coding) SELECT id FROM coding;
