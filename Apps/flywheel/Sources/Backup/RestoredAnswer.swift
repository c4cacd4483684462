import FlywheelSQLite

/// What `restore` prints.
struct RestoredAnswer: Answer {
    let path: String
    let restored: RestoredStore

    let columns = ["store", "entries", "imports", "exceptions", "cases", "setAside", "entriesSetAside", "upgradedFrom"]
    var rows: [JSON] { [.object(members)] }
    var json: JSON { .object([JSON.Member(key: "schema", value: "flywheel.restored/1")] + members) }

    private var members: [JSON.Member] {
        let contents = restored.contents
        let row: JSON = [
            "store": .text(path), "entries": .count(Int(contents.entries)), "imports": .count(Int(contents.imports)),
            "exceptions": .count(Int(contents.exceptions)), "cases": .count(Int(contents.cases)),
            "setAside": .text(restored.setAside),
            "entriesSetAside": restored.entriesSetAside.map { .count(Int($0)) } ?? nil,
            "upgradedFrom": .text(restored.upgrade?.from),
        ]
        return row.members
    }

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
