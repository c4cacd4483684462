extension Glossary {
    /// The words of personal data.
    static let privacy: [Entry] = [
        Entry(
            "personal-text",
            "What people wrote to the desk and who they are: names, addresses, subjects, messages, reasons. It is kept apart "
                + "from all else, so that it can be masked, given out and erased.", "flywheel privacy export ID"),
        Entry(
            "party", "A person or company that wrote to the desk, by a number such as P12; who it is can be erased.",
            "flywheel privacy log ID"),
        Entry(
            "masking",
            "What personal text is hidden from a level of the ladder, a group, or others, as cases: masking in flywheel.yaml "
                + "says: fields, or identity or content for all of a kind.", "flywheel privacy log"),
        Entry(
            "retention",
            "For how many days after its end a case's texts are kept, by marketplace, as cases: retention in flywheel.yaml "
                + "says; without a word of it, until somebody erases them.", "flywheel privacy retain --dry-run"),
        Entry(
            "erasure",
            "The end of personal text, to the last byte in the store. Sums, states, times and the journal stay, and an old "
                + "file brings nothing back.", "flywheel privacy erase --help"),
        Entry(
            "unknown-person", "Nobody of that id, address or number wrote to the desk.",
            "flywheel privacy log"),
        Entry(
            "several-accounts",
            "This person wrote to several accounts, or several people have the number, and the request does not say to which "
                + "of them it is: --account or --all-accounts does, or an id.", "flywheel privacy erase --help"),
        Entry(
            "in-dispute",
            "Something of this person's cases is in dispute, and what was written may be needed to decide it.",
            "flywheel privacy erase --help"),
    ]
}
