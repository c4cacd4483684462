extension Chunk {
    /// What it holds beyond what is declared, each with the declared and that alone in a chunk: tells which of it a stage read.
    package func undeclared(
        by inputs: [FeedInput], windows: [SeriesWindow]
    ) -> [(name: String, chunk: Chunk)] {
        let limited = limited(to: inputs, windows: windows)
        let columns = columns.filter { limited.columns[$0.key] == nil }.map { key, data in
            (key.split(separator: "#").joined(separator: " "), limited.holding(columns: [key: data]))
        }
        func more(_ all: [FeedKey: Details], than some: [FeedKey: Details]) -> [(name: String, feed: FeedKey, Details)]
        {
            all.flatMap { feed, details in
                details.columns.filter { some[feed]?.columns[$0.key] == nil }.map { name, data in
                    let kept = some[feed]?.columns ?? [:]
                    return (
                        "\(feed.text) \(name)", feed,
                        Details(starts: details.starts, columns: kept.merging([name: data]) { first, _ in first })
                    )
                }
            }
        }
        let details = more(details, than: limited.details).map { ($0.name, limited.holding(details: [$0.feed: $0.2])) }
        let ofAccount = more(accountDetails, than: limited.accountDetails).map {
            ($0.name, limited.holding(accountDetails: [$0.feed: $0.2]))
        }
        let days = histories.filter { $0.value.days.count > limited.histories[$0.key]?.days.count ?? 0 }.map {
            name, past in
            let declared = limited.histories[name].map { " beyond its last \($0.days.count) days" } ?? ""
            return (name + declared, limited.holding(histories: [name: past]))
        }
        return (columns + details + ofAccount + days).map { (name: $0.0, chunk: $0.1) }.sorted { $0.name < $1.name }
    }

    private func holding(
        columns more: [String: ColumnData] = [:], details: [FeedKey: Details] = [:],
        accountDetails: [FeedKey: Details] = [:], histories: [String: History] = [:]
    ) -> Chunk {
        Chunk(
            kind: kind, account: account, marketplace: marketplace, asOf: asOf, today: today, startOfDay: startOfDay,
            codes: codes, products: products, columns: columns.merging(more) { $1 },
            details: self.details.merging(details) { $1 },
            accountDetails: self.accountDetails.merging(accountDetails) { $1 },
            histories: self.histories.merging(histories) { $1 }, pools: pools, spells: spells, rates: rates,
            terms: terms)
    }
}
