import FlywheelKit

extension Trial {
    func unknown() -> [String] {
        given.fixture.indices.flatMap { index in
            let chunk = given.fixture[index]
            // Facts nobody brought, and facts brought without a value: a stage must take both for unknown.
            return complaints(index, seen: chunk.limited(to: [], windows: []), as: "brought nothing")
                + complaints(index, seen: blank(chunk), as: "brought no value")
                + S.manifest.windows.flatMap { complaints(index, without: $0.series) }
        }
    }

    /// What is found for want of one series among known feeds: of a row that is well when it is known.
    private func complaints(_ index: Int, without series: Series) -> [String] {
        let chunk = given.fixture[index]
        func name(_ finding: Placed<S.Evidence>) -> [String] {
            ["\(finding.row)", finding.kind, finding.discriminator]
        }
        let known = Set(whole[index].findings.filter { $0.weight == .opens }.map(name))
        let others = S.manifest.windows.filter { $0.series.name != series.name }
        let sight = stage.sight(of: chunk.limited(to: S.manifest.inputs, windows: others), given.signals[index])
        return sight.findings.filter {
            $0.weight == .opens && !given.opensOnUnknown.contains($0.kind) && !known.contains(name($0))
        }.map {
            """
            found \($0.description(in: chunk)) in chunk \(index) when \(series.name) is not known, and not when it is. Unknown \
            is not zero: say cannotTell. A kind that may open for want of it belongs in opensOnUnknown
            """
        }
    }

    private func complaints(_ index: Int, seen chunk: Chunk, as what: String) -> [String] {
        stage.sight(of: chunk, SignalPort()).findings.filter { !given.opensOnUnknown.contains($0.kind) }.map {
            """
            found \($0.description(in: chunk)) in chunk \(index) when its feeds \(what). Unknown is not zero: report a row \
            only for what is known of it. A kind whose problem is the missing data belongs in opensOnUnknown
            """
        }
    }

    /// The rows of a chunk with every declared column and window there, and no value in them; of feeds with any number of rows
    /// for each subject, one.
    private func blank(_ chunk: Chunk) -> Chunk {
        var builder = ChunkBuilder(
            chunk.kind, account: chunk.account, marketplace: chunk.marketplace, codes: chunk.codes, asOf: chunk.asOf,
            today: chunk.today)
        for input in S.manifest.inputs {
            func unknown(_ count: Int) -> [String: ColumnData] {
                Dictionary(
                    input.columns.map { ($0.name, ColumnData(unknown: count, of: $0.type)) },
                    uniquingKeysWith: { first, _ in first })
            }
            if input.feed.shape == .snapshot {
                for column in input.columns {
                    builder.set(ColumnData(unknown: chunk.count, of: column.type), for: column)
                }
            } else if input.feed.subject == .account, chunk.kind != .account {
                builder.setAccount(Details(starts: [0, 1], columns: unknown(1)), for: input.feed)
            } else {
                builder.set(
                    Details(starts: Array(0...chunk.count), columns: unknown(chunk.count)), for: input.feed)
            }
        }
        for window in S.manifest.windows {
            let days = chunk.today.advanced(by: -window.days)..<chunk.today
            builder.set(
                History(days: days, values: Values(unknown: chunk.count * window.days)), for: window.series)
        }
        return builder.build()
    }
}
