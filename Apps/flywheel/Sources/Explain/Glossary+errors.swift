extension Glossary {
    /// The codes of errors: what each means, and what becomes of the rest.
    static let errors: [Entry] = [
        Entry("usage", "The arguments mean nothing to the command. Nothing was run.", "flywheel --help"),
        Entry("id", "An id is a letter and a number: X1042 an exception, I35 an import.", "flywheel queue"),
        Entry(
            "future", "A change cannot be made at a moment still to come; only a look can.",
            "flywheel rotate --as-of 2026-11-20"),
        Entry(
            "causes",
            "Only two different causes of one workflow can be read as one, and not in a circle. Nothing was decided.",
            "flywheel causes"),
        Entry(
            "no-store", "There is no file to keep things in yet. The first import makes it; other commands never do.",
            "flywheel import FILES"),
        Entry(
            "nothing-read", "None of the files of a trial could be read as facts; the notes say why, file by file.",
            "flywheel import FILES"),
        Entry("no-rotation", "Files came in, and nothing has looked at them yet.", "flywheel rotate"),
        Entry(
            "configuration", "flywheel.yaml says something that means nothing. The line and the nearest key are named.",
            "flywheel doctor"),
        Entry(
            "mapping",
            "The file given as --mapping says something that means nothing. The line and the nearest word "
                + "are named.", "flywheel import --help"),
        Entry("unknown-exception", "No exception ever had that id. Ids are never given twice.", "flywheel queue"),
        Entry("unknown", "There is no record of that id in this store.", "flywheel imports"),
        Entry("unknown-word", "The word is not one that answers use.", "flywheel explain"),
        Entry("no-such-format", "The command writes no page of HTML. Nothing was run.", "flywheel digest --help"),
        Entry(
            "cursor",
            "The row that the page before ended with is not in the list any more.",
            "flywheel imports"),
        Entry("unknown-field", "The rows of that answer have no field of that name.", "flywheel schema queue"),
        Entry("unknown-part", "No problem belongs to anybody or anything of that name.", "flywheel metrics --by owner"),
        Entry("unknown-schema", "No document of that name is written.", "flywheel schema"),
        Entry(
            "too-early", "Nobody can work on an exception before it was seen, so --as-of is too early.",
            "flywheel show ID"),
        Entry(
            "no-room",
            "There is no room left on a disk. Nothing of the step was written; what is there can be read, and the step done "
                + "again once there is room.", "flywheel doctor"),
        Entry(
            "backup",
            "The whole store as it was at one moment, in another file, with a manifest beside it that says what was written: "
                + "length, SHA-256, schema, and the seal of the journal's newest entry. It holds personal text too.",
            "flywheel backup FILE"),
        Entry(
            "backup-refused",
            "A backup replaces no file, and becomes no store while it has faults, or in the place of one that is in use or "
                + "was not named. One that a program wrote into since is not what its manifest says: with FILE.manifest.json moved "
                + "away it is restored as it is now, once its pages and its journal hold.",
            "flywheel backup verify FILE"),
        Entry(
            "schema-upgrade",
            "A store of an older program is brought up to date when it is opened, step by step, each whole, while nobody else has "
                + "it open. As it was before it stands beside it, under the first step's number.",
            "flywheel migrate --dry-run"),
        Entry(
            "in-service",
            "Another program serves a store, or sends from it. Two would send every message twice, so the second one ends "
                + "before it begins; however the first one ends, the way is free.", "flywheel serve --help"),
        Entry(
            "cannot-listen",
            "The server cannot take connections at its address: another program does, this user may not, or the address is "
                + "none of this machine's. A port comes from --port, FLYWHEEL_PORT or serve: "
                + "in flywheel.yaml, that of figures from --metrics-port.", "flywheel doctor"),
        Entry(
            "identity-provider",
            "Signing in by the identity provider did not work: the provider did not answer as it should, what it says does not "
                + "hold, or nobody here is known by the identity.", "flywheel doctor"),
        Entry("not-open", "The exception does not wait for work: it is closed or ended.", "flywheel show ID"),
        Entry(
            "claimed",
            "A person works on the exception, and nobody else can until it is released. As an error: another person has "
                + "it, and nothing was changed.", "flywheel queue --mine"),
        Entry("not-claimed", "What nobody has claimed cannot be released.", "flywheel claim ID"),
        Entry(
            "root-cause", "Why it happened. A close needs one, since closed work teaches only by its causes.",
            "flywheel close ID --cause WORD"),
        Entry(
            "root-cause-unknown", "The cause is none of its workflow's. A new one is taken with --cause-new.",
            "flywheel close ID --cause WORD --cause-new"),
        Entry(
            "root-cause-word", "A cause is one word of a-z, 0-9 and -, so that it can be counted and journalled.",
            "flywheel close ID --cause WORD --cause-new"),
        Entry(
            "not-reopenable", "Only a close that the data have not judged yet can be taken back.", "flywheel show ID"),
        Entry(
            "snooze-ends", "A snooze ends after now, and not so late that nobody looks again.",
            "flywheel snooze --help"),
        Entry("reason", "A snooze says why, so that whoever looks next need not ask.", "flywheel snooze --help"),
        Entry("note-length", "A note says something, and not more than fits a page.", "flywheel note --help"),
        Entry("no-playbook", "Nobody wrote steps for that kind of problem.", "flywheel show ID"),
        Entry("no-step", "The playbook has fewer steps.", "flywheel show ID --playbook"),
        Entry(
            "nothing-to-undo", "You changed nothing of it, or took it all back already.", "flywheel show ID"),
        Entry(
            "built-on",
            "Another person or the data changed the exception after you: taking yours back would take back theirs too.",
            "flywheel show ID"),
        Entry(
            "stands-already", "The same problem of the same listing is open already, or being verified.",
            "flywheel show ID"),
        Entry(
            "unknown-place", "No file that was imported is of that account or of that marketplace.", "flywheel imports"),
        Entry("unknown-listing", "No file that was imported names a listing of that SKU there.", "flywheel imports"),
        Entry(
            "no-sales", "No file says what the listing sold, so there is nothing to forecast from.", "flywheel imports"),
        Entry(
            "several-listings", "The SKU is sold in several places; --account and --marketplace say which is meant.",
            "flywheel add --help"),
        Entry("already-imported", "The same bytes, true at the same moment, are kept once.", "flywheel imports"),
        Entry(
            "refused",
            "Of a change: a person refused it. As an error: the record's state does not allow it, and the sentence says "
                + "which does.", "flywheel imports"),
        Entry(
            "changed-meanwhile", "Another hand changed the row between the look and the change. Nothing was changed.",
            "flywheel queue"),
        Entry(
            "setting-changed", "Somebody changed the same setting since you saw it. Nothing was written.",
            "flywheel doctor"),
        Entry(
            "no-text", "A message is due, and its template is gone or has no text in its language. It waits.",
            "flywheel outreach"),
        Entry("newer-store", "A newer version of the program wrote the store.", "flywheel --version"),
        Entry(
            "older-store",
            "An older version of the program wrote the store, and it cannot be brought up to date for now: another program has it "
                + "open, may alone write it, or its disk has no room for the copy that is made first.",
            "flywheel migrate"),
        Entry(
            "is-backup",
            "A file with a manifest beside it is a backup: it is read as it is and never written, so that it can be restored. "
                + "Without its manifest it is a store as others are.", "flywheel restore FILE"),
        Entry("store", "The database said no; the sentence is its own.", "flywheel doctor"),
        Entry(
            "earlier-rotation",
            "A rotation already looked from a later moment, or at files that came in later; a look without would undo what it saw.",
            "flywheel rotate"),
        Entry(
            "overtaken", "Another rotation was published while this one looked. Its queue stands.", "flywheel queue"),
        Entry(
            "newer-queue",
            "A cursor of an earlier rotation's queue: in the newer one, rows behind its rank are others. Begin at the top.",
            "flywheel queue"),
        Entry(
            "no-currency", "No listing has a currency yet, and none is configured to total in.",
            "flywheel import --marketplace US FILES"),
        Entry(
            "series", "A file of series says something that means nothing. Line, cell and what was expected are named.",
            "flywheel forecast --help"),
        Entry(
            "stream",
            "A file of moments and values says something that means nothing. Line, cell and what was expected are named.",
            "flywheel anomalies --help"),
        Entry("file", "A file could not be read or written; the sentence says why.", "flywheel doctor"),
        Entry("output", "The work was done, and its answer could not be written.", "flywheel queue"),
        Entry("export-format", "The name of the file does not say what it is to be.", "flywheel export --help"),
        Entry("digest-format", "The name of the file does not say what it is to be.", "flywheel digest --help"),
        Entry("not-empty", "Files are only written into an empty folder, unless --yes says so.", "flywheel demo DIR"),
        Entry("workflows", "The installed workflows cannot work together; the sentence says why.", "flywheel doctor"),
        Entry(
            "unread-thresholds", "What was set for a workflow cannot be read by this version of it.", "flywheel doctor"),
        Entry(
            "unexpected", "Something failed that has no words yet. Nothing half-done is visible.", "flywheel doctor"),
    ]
}
