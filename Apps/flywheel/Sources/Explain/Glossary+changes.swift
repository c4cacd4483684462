extension Glossary {
    /// The words of changes of listings, and the codes of why one was not made.
    static let changes: [Entry] = [
        Entry(
            "change",
            "A price or attributes that a workflow proposes to set, with what it expects of it. Nothing carries it "
                + "outward but a file that a person asked for.", "flywheel changes"),
        Entry("proposed", "A change that waits for a person to decide.", "flywheel changes"),
        Entry("approved", "A change that a person approved of and that waits to be written.", "flywheel changes"),
        Entry(
            "written", "A change that stands in a file for the marketplace; the journal holds the file's SHA-256.",
            "flywheel changes --state written"),
        Entry(
            "taken-back", "A change that was written, and later the price that it had replaced as well.",
            "flywheel changes --state takenBack"),
        Entry(
            "superseded", "A change that is no longer proposed: its problem ended, or another is proposed instead.",
            "flywheel changes --state superseded"),
        Entry(
            "test-mode",
            "Changes are proposed, approved and scored, and none is written: so it is with every account that "
                + "flywheel.yaml does not name under changes: live.", "flywheel changes score"),
        Entry("unknown-change", "No change ever had that id.", "flywheel changes --state any"),
        Entry(
            "change-state", "The change's state does not allow it; the sentence says it.", "flywheel changes show ID"),
        Entry(
            "change-ended", "The problem that the change would end does not wait for work any more.",
            "flywheel changes show ID"),
        Entry(
            "approved-in-test", "What was approved in test mode has to be approved once more before it is written.",
            "flywheel changes approve ID"),
        Entry(
            "values-missing", "The change sets attributes whose values only a person knows.",
            "flywheel changes approve ID --set NAME=VALUE"),
        Entry("attribute-unknown", "The change sets no attribute of that name.", "flywheel changes show ID"),
        Entry(
            "price-moved", "The price that the change would replace does not stand, by the newest fresh file.",
            "flywheel rotate"),
        Entry(
            "limit-foreign", "A floor, cost or ceiling is in another currency than the price, and no rate converts it.",
            "flywheel explain rates/1"),
        Entry(
            "below-floor",
            "The price would be below the lowest allowed, or below what covers a unit's cost, fees and tax.",
            "flywheel changes show ID"),
        Entry("above-ceiling", "The price would be above the highest allowed.", "flywheel changes show ID"),
        Entry(
            "floor-unknown", "A price is only lowered where a floor or a unit's cost is known.",
            "flywheel explain costs/1"),
        Entry(
            "moves-spent", "The listing's price was written as often in 24 hours as changes: pricesPerDay allows.",
            "flywheel changes --state written"),
        Entry("after-another", "Two changes set one listing's price; one of them goes first.", "flywheel changes"),
        Entry(
            "listing-unknown",
            "No file that is kept names the change's listing any more, so there is nothing to change.",
            "flywheel imports feeds"),
        Entry(
            "nothing-to-restore", "Only prices can be taken back: what attributes were before is not known.",
            "flywheel changes show ID"),
        Entry(
            "reason-word", "Why a change is refused is one word of a-z, 0-9 and -, so that it can be journalled.",
            "flywheel changes refuse --help"),
        Entry("upload", "The marketplace's form cannot carry the change; the sentence says why.", "flywheel changes"),
        Entry(
            "file-exists", "A file of that name is there, and none is ever overwritten.",
            "flywheel changes write --help"),
        Entry("one-file", "Several files would be written, and one path was given.", "flywheel changes write --help"),
        Entry("no-draft", "Nothing is to be written to the marketplace about the exception.", "flywheel show ID"),
    ]
}
