def test_a_file_is_known_by_its_content_and_how_it_was_sent(records):
    records.sent_files.put("digest", "document", "AAA")
    records.sent_files.put("digest", "document", "BBB")
    assert records.sent_files.get("digest", "document") == "BBB"
    assert records.sent_files.get("digest", "photo") is None
    records.sent_files.forget("digest", "document")
    assert records.sent_files.get("digest", "document") is None
