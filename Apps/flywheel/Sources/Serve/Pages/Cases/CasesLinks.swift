import WebPages

/// The pages of the desk, one beside the other.
struct CasesLinks {
    let reader: Reader
    /// Whether who looks may work on cases: what is for those alone is not offered to others.
    let mayAnswer: Bool
    /// The one that is looked at, or that what is looked at belongs to.
    let current: Address

    var html: HTML {
        let all = ["disputes", "promises"] + (mayAnswer ? ["report", "outreach", "sample"] : [])
        let links: [(name: String, address: Address)] = [("inbox", "/cases")] + all.map { ($0, "/cases/\($0)") }
        return LinkBar(
            reader.phrases("desk.pages"), links.map { (reader.phrases("desk.link.\($0.name)"), $0.address) },
            current: current
        ).html
    }
}
