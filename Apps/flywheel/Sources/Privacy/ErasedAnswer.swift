import FlywheelStore

/// What `privacy erase` prints.
struct ErasedAnswer: Answer {
    /// Who it was; `nil` for somebody who never wrote, but was written about.
    let party: PartyID?
    let report: ErasureReport

    let columns = ["party", "texts", "redacted"]
    var rows: [JSON] {
        [["party": .text(party?.description), "texts": .count(report.texts), "redacted": .count(report.redacted)]]
    }

    var json: JSON {
        [
            "schema": "flywheel.erased/1", "party": .text(party?.description), "texts": .count(report.texts),
            "redacted": .count(report.redacted),
        ]
    }

    func text(on page: Page) -> [String] {
        guard report != ErasureReport() else { return ["Nothing was left to erase of \(party?.description ?? "them")"] }
        let elsewhere =
            report.redacted == 0
            ? "" : "; their name or address is gone from \(Numbers.count(report.redacted, "other text"))"
        return page.wrapped(
            "Erased \(Numbers.count(report.texts, "text")) of \(party?.description ?? "theirs")\(elsewhere)")
            + page.wrapped("No byte of it is left in the store; backups and imported files keep what they hold")
            + page.next("flywheel journal verify")
    }
}
