extension Glossary {
    /// The words of the desk's cases, and the codes of why work on one was refused.
    static let cases: [Entry] = [
        Entry(
            "case",
            "A matter between the desk and a buyer, a seller or the marketplace. It comes from a ticket, a thread of mail or a "
                + "report, and what people wrote is kept apart from it, so that it can be erased.", "flywheel cases"),
        Entry("new", "A case that nobody has looked at.", "flywheel cases --state new"),
        Entry("waits-for-them", "A case that waits for an answer of who asked.", "flywheel cases wait ID"),
        Entry(
            "waits-elsewhere", "A case that waits for a supplier, a carrier or the marketplace.",
            "flywheel cases wait ID --elsewhere"),
        Entry(
            "on-hold",
            "A case that the desk put off. Whatever its source says meanwhile, it stays so until the hold ends or somebody "
                + "takes it up.", "flywheel cases hold ID --until DAY"),
        Entry("solved", "A case that the desk holds for solved; an answer opens it again.", "flywheel cases solve ID"),
        Entry(
            "conflict",
            "A source says something else than a person of the desk, and said it later. The desk's word holds for owner, "
                + "group, urgency, intents and holds, until somebody takes the source's; of other states the newer holds.",
            "flywheel cases --conflicts"),
        Entry(
            "macro", "An answer that is used again and again, with what else it does; all of it happens, or nothing.",
            "flywheel cases macro ID --apply NAME"),
        Entry(
            "draft-reply",
            "An answer that is not approved of yet. Nothing is ever sent: what is approved is written to a file for the tool "
                + "that its case came from.", "flywheel cases approve ID"),
        Entry(
            "routing",
            "Which case goes to whom: the first rule that is meant for a case says what it needs, and of those who can and "
                + "have room it goes to who stands lowest on the ladder, then to who has most room. What a rule gave to "
                + "somebody moves again when rules change, until they take it or answer.",
            "flywheel cases route --dry-run"
        ),
        Entry(
            "no-automation", "The configuration names nothing that triage decides about.", "flywheel explain automation"
        ),
        Entry("no-people", "The configuration names nobody who works cases.", "flywheel explain routing"),
        Entry("unknown-case", "No case ever had that id.", "flywheel cases --done"),
        Entry("case-over", "The case is solved or closed.", "flywheel cases reopen ID"),
        Entry("case-open", "Only what is over or on hold is opened again.", "flywheel case ID"),
        Entry("case-owned", "Somebody of the desk has the case.", "flywheel cases assign ID --to NAME"),
        Entry("case-not-yours", "Only who has a case lets go of it.", "flywheel case ID"),
        Entry(
            "not-able",
            "Who is to have a case knows its side and language, can do what it needs, stands on its step of the "
                + "ladder and has room for it; the sentence says what is missing.", "flywheel cases assign ID --to NAME"
        ),
        Entry(
            "dispute", "The rules of a dispute or the rights of who acts stand against it; the sentence says which.",
            "flywheel case ID"),
        Entry("own-work", "Nobody reviews what they worked on themselves.", "flywheel case ID"),
        Entry("not-escalated", "Only what was escalated is audited as an escalation.", "flywheel case ID"),
        Entry("nobody", "The configuration names the people of the desk, and nobody is called so.", "flywheel doctor"),
        Entry(
            "top-of-ladder", "Nobody who could work the case stands on a further step of the ladder.",
            "flywheel case ID"),
        Entry("merged", "The case went into another, where work on it goes on.", "flywheel cases unmerge ID"),
        Entry("not-merged", "The case went into no other.", "flywheel case ID"),
        Entry(
            "merge", "Two cases are merged where both belong to one account and neither stands for others.",
            "flywheel case ID"),
        Entry(
            "case-word", "Reasons and intents are journalled, so they are words and never sentences about people.",
            "flywheel cases note ID --text TEXT"),
        Entry("hold-ends", "A hold ends later than now and within a year.", "flywheel cases hold --help"),
        Entry("no-conflict", "The source says nothing else of that than the desk.", "flywheel cases --conflicts"),
        Entry(
            "text-length", "A text says something, and is not longer than the desk keeps.",
            "flywheel cases reply --help"),
        Entry("no-draft", "There is no such draft, or it is past that step.", "flywheel case ID"),
        Entry("unknown-macro", "The configuration names no macro of that name.", "flywheel doctor"),
        Entry("unknown-checklist", "The configuration names no checklist of that name.", "flywheel doctor"),
        Entry(
            "macro-gap", "The macro needs something that is not known of the case, so nothing of it was done.",
            "flywheel case ID"),
        Entry("no-step", "The checklist has only so many steps.", "flywheel case ID"),
        Entry("case-unreadable", "What is kept of the case cannot be read by this version.", "flywheel doctor"),
        Entry("unknown-view", "Nobody saved a view of that name.", "flywheel cases --save NAME"),
        Entry("conversation", "A ticket or message in a file that could not be read.", "flywheel imports rejects ID"),
        Entry(
            "outreach",
            "Messages that the desk writes first: about late orders, cases that go on, and cases likely to be disputed. "
                + "flywheel.yaml has the texts (cases: templates:) and the rules (cases: outreach:).",
            "flywheel outreach --help"),
    ]
}
