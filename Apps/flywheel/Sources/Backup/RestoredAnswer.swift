import FlywheelSQLite

/// What `restore` prints.
struct RestoredAnswer: DocumentedAnswer {
    let path: String
    let restored: RestoredStore

    static let document = Document("restored", "The store that was made of a backup.", members)

    static let members: Members<Self> = [
        "store": .value(\.path), "entries": .value(\.restored.contents.entries),
        "imports": .value(\.restored.contents.imports), "exceptions": .value(\.restored.contents.exceptions),
        "cases": .value(\.restored.contents.cases), "setAside": .value(\.restored.setAside),
        "entriesSetAside": .value(\.restored.entriesSetAside), "upgradedFrom": .value(\.restored.upgrade?.from),
    ]

    var warnings: [String] {
        (restored.manifest == nil
            ? ["no manifest stood beside the backup: whether it is what was written could not be told"] : [])
            + (restored.entriesSetAside == nil
                ? [
                    "ids that were given after the backup was made are given again: what names one, a mail or a ticket, may then"
                        + " mean something else"
                ] : [])
    }

    func text(on page: Page) -> [String] {
        let contents = restored.contents
        var lines = page.wrapped(
            "Restored \(path.visible): \(Numbers.count(Int(contents.imports), "import")), "
                + "\(Numbers.count(Int(contents.exceptions), "problem")), \(Numbers.count(Int(contents.cases), "case")); "
                + "every seal of the journal holds")
        if let aside = restored.setAside {
            let entries = restored.entriesSetAside.map {
                ", with a journal of \(Numbers.count(Int($0), "entry", "entries")); the backup has"
                    + " \(Numbers.grouped(Int(contents.entries))), and what was done since is there alone"
            }
            lines += page.wrapped("What was there stands at \(aside.visible)\(entries ?? "")")
        }
        if let upgrade = restored.upgrade { lines += page.wrapped(upgrade.sentence) }
        return lines + page.next("flywheel doctor --store \(path.shellWord)")
    }
}
