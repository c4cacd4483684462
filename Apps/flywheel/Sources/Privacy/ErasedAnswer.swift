import FlywheelStore

/// What `privacy erase` prints.
struct ErasedAnswer: DocumentedAnswer {
    /// Who it was; `nil` for somebody who never wrote, but was written about.
    let party: PartyID?
    let report: ErasureReport
    /// The account whose cases alone it was about, with those who they are is kept for.
    var part: (account: String, keptFor: [String])?
    /// Copies beside the store, which hold what it held when they were made.
    var copies: [String] = []

    static let document = Document("erased", "What was erased of one person.", members)

    static let members: Members<Self> = [
        "party": .value(\.party), "texts": .value(\.report.texts), "redacted": .value(\.report.redacted),
        "keptFor": .value { $0.part?.keptFor ?? [] }, "copies": .value(\.copies),
    ]

    func text(on page: Page) -> [String] {
        guard report != ErasureReport() else { return ["Nothing was left to erase of \(party?.description ?? "them")"] }
        let elsewhere =
            report.redacted == 0
            ? "" : "; their name or address is gone from \(Numbers.count(report.redacted, "other text"))"
        return page.wrapped(
            "Erased \(Numbers.count(report.texts, "text")) of \(party?.description ?? "theirs")\(elsewhere)")
            + rest(page)
            + page.wrapped("No byte of it is left in the store; backups and imported files keep what they hold")
            + beside(page)
    }

    /// What else may hold it, and what to do next.
    private func beside(_ page: Page) -> [String] {
        guard !copies.isEmpty else { return page.next("flywheel journal verify") }
        return page.wrapped(
            "Copies of the store from before may hold it still: \(copies.joined(separator: ", "))".visible)
            + page.next("flywheel backup remove \(copies.map(\.shellWord).joined(separator: " ")) --yes")
    }

    /// What an erasure for one account leaves to others.
    private func rest(_ page: Page) -> [String] {
        guard let part, !part.keptFor.isEmpty else { return [] }
        let others = part.keptFor.joined(separator: ", ")
        return page.wrapped(
            "Who they are, and what they wrote to \(others), is kept: this was for \(part.account) alone".visible)
    }
}
