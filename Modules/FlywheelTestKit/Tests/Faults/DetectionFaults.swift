import FlywheelKit
import Synchronization

/// Nothing is wrong with it.
struct Faultless: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}
}

struct FindsNothing: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {}
}

struct ScansTickets: LowStock {
    static var manifest: StageManifest { .lowStock(scans: .ticket) }
    init(knobs: NoKnobs, model: NoModel) {}
}

struct KeepsState: LowStock {
    private static let looks = Mutex(0)

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let look = Self.looks.withLock { count in
            count += 1
            return count
        }
        for row in chunk.rows where Self.isLow(row, of: chunk) != nil {
            findings.report(.low, at: row, UnitsLeft(units: look))
        }
    }
}

struct ReportsInAnyOrder: LowStock {
    private static let looks = Mutex(0)

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let isEven = Self.looks.withLock { count in
            count += 1
            return count % 2 == 0
        }
        for row in isEven ? Array(chunk.rows) : chunk.rows.reversed() {
            if let evidence = Self.isLow(row, of: chunk) { findings.report(.low, at: row, evidence) }
        }
    }
}

struct FindsInNoRows: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
        if chunk.count == 0 { findings.report(.low, at: 0, UnitsLeft(units: 0)) }
    }
}

struct CountsRows: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        for row in chunk.rows where row % 2 == 0 {
            if let evidence = Self.isLow(row, of: chunk) { findings.report(.low, at: row, evidence) }
        }
    }
}

struct LooksAtNeighbours: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        for row in chunk.rows where row > 0 && Self.isLow(row - 1, of: chunk) != nil {
            if let evidence = Self.isLow(row, of: chunk) { findings.report(.low, at: row, evidence) }
        }
    }
}

struct ReadsUndeclaredColumn: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let titles = chunk[Catalog.title]
        for row in chunk.rows where titles[row] != nil {
            if let evidence = Self.isLow(row, of: chunk) { findings.report(.low, at: row, evidence) }
        }
    }
}

struct ReadsUndeclaredDays: LowStock {
    static var manifest: StageManifest { .lowStock(windows: [Sales.units.last(days: 7)]) }

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let sold = chunk[Sales.units]
        for row in chunk.rows {
            let units = sold.row(row).compactMap(\.self).reduce(0, +)
            if units > 0 { findings.report(.low, at: row, UnitsLeft(units: units)) }
        }
    }
}

/// Says that a feed decides which it does not read.
struct IsDecidedByWhatItDoesNotRead: LowStock {
    static var manifest: StageManifest {
        .lowStock(kinds: [
            FindingKind("low", title: "low stock", effortHours: 1, lastsDays: 5, decidedBy: [Catalog.feed])
        ])
    }

    init(knobs: NoKnobs, model: NoModel) {}
}

struct FindsUndeclaredKind: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
        let gone = FindingKind("gone", title: "out of stock", effortHours: 1, lastsDays: 5)
        for row in chunk.rows where Self.isLow(row, of: chunk)?.units == 0 {
            findings.report(gone, at: row, UnitsLeft(units: 0))
        }
    }
}

struct FindsTwice: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
        Self.reportLow(in: chunk, into: &findings)
    }
}

struct FindsPastTheEnd: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        for row in chunk.rows {
            if let evidence = Self.isLow(row, of: chunk) { findings.report(.low, at: row + 9, evidence) }
        }
    }
}

struct FindsWhatItCannotTell: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
        for row in chunk.rows where Self.isLow(row, of: chunk) != nil { findings.cannotTell(at: row) }
    }
}

struct CannotTellPastTheEnd: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
        for row in chunk.rows where chunk[Stock.fulfillable][row] == 9 { findings.cannotTell(at: row + 1) }
    }
}

struct CannotTellByNeighbours: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
        for row in chunk.rows.dropFirst() where chunk[Stock.fulfillable][row] == 9 { findings.cannotTell(at: row) }
    }
}

struct TakesUnknownForZero: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let units = chunk[Stock.fulfillable]
        for row in chunk.rows where (units[row] ?? 0) < 5 {
            findings.report(.low, at: row, UnitsLeft(units: units[row] ?? 0))
        }
    }
}

/// Takes a row that says nothing for a problem, of a feed that has any number of rows for each listing.
struct TakesAnEmptyRowForAProblem: LowStock {
    static var manifest: StageManifest {
        .lowStock(inputs: [
            Stock.feed.deciding(Stock.fulfillable), SuppressedListings.feed.deciding(SuppressedListings.since),
        ])
    }

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        for row in chunk.rows {
            if let evidence = Self.isLow(row, of: chunk) {
                findings.report(.low, at: row, evidence)
            } else if !issues.range(row).isEmpty {
                findings.report(.low, at: row, UnitsLeft(units: 0))
            }
        }
    }
}

/// Says that a problem was once called after how many rows there were.
struct NamesFormerlyByTheChunk: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        for row in chunk.rows {
            guard let evidence = Self.isLow(row, of: chunk) else { continue }
            findings.report(.low, at: row, discriminator: "now", formerly: ["\(chunk.count)"], evidence)
        }
    }
}

/// Finds by what sold what is not in the list that decides: a host hears of none of it.
struct FindsWhatTheDecidingListLeavesOut: LowStock {
    static var manifest: StageManifest {
        .lowStock(
            inputs: [StrandedStock.feed.deciding(StrandedStock.removal), Stock.feed.helping(Stock.fulfillable)])
    }

    init(knobs: NoKnobs, model: NoModel) {}
}

/// Takes listings of which no sales are known for those that sell nothing.
struct TakesUnknownSalesForNone: LowStock {
    static var manifest: StageManifest { .lowStock(windows: [Sales.units.last(days: 28)]) }

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let (units, sold) = (chunk[Stock.fulfillable], chunk[Sales.units])
        for row in chunk.rows {
            guard let left = units[row] else { continue }
            let isIdle = sold.row(row).compactMap(\.self).reduce(0, +) == 0
            if left < 5 || isIdle { findings.report(.low, at: row, UnitsLeft(units: left)) }
        }
    }
}
