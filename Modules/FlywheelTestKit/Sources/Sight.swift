import FlywheelKit

/// What a stage made of one chunk: its findings by row, and the signals it published.
struct Sight<Evidence: Hashable & Sendable> {
    /// Those of either weight.
    var findings: [Placed<Evidence>] = []
    /// Rows of which the stage could not tell.
    var undecided: Set<Int> = []
    /// The same of one kind, by its id.
    var undecidedByKind: [String: Set<Int>] = [:]
    var published: [SignalKey: [String]] = [:]
    var read: Set<SignalKey> = []

    /// Adds what was made of the rows that follow, which begin at `offset`.
    mutating func append(_ part: Sight, at offset: Int) {
        findings += part.findings.map { $0.moved(by: offset) }
        undecided.formUnion(part.undecided.map { $0 + offset })
        for (kind, rows) in part.undecidedByKind {
            undecidedByKind[kind, default: []].formUnion(rows.map { $0 + offset })
        }
        published.merge(part.published, uniquingKeysWith: +)
        read.formUnion(part.read)
    }

    /// How `other` differs, one complaint each for findings, undecided rows and every signal; empty where it is the same.
    func differences(from other: Sight, in chunk: Chunk) -> [String] {
        var complaints: [String] = []
        // As sets: a stage may report kind by kind, and then a cut changes the order and nothing else. Where a finding
        // is reported twice, the check of findings says so.
        let (mine, theirs) = (Set(findings), Set(other.findings))
        if mine != theirs {
            let lost = findings.filter { !theirs.contains($0) }
            let added = other.findings.filter { !mine.contains($0) }
            complaints.append("lost: \(listed(lost, in: chunk)); added: \(listed(added, in: chunk))")
        }
        if undecided != other.undecided {
            complaints.append("could not tell of rows \(undecided.sorted()), became \(other.undecided.sorted())")
        }
        for kind in Set(undecidedByKind.keys).union(other.undecidedByKind.keys).sorted() {
            let (mine, theirs) = (undecidedByKind[kind] ?? [], other.undecidedByKind[kind] ?? [])
            guard mine != theirs else { continue }
            complaints.append("could not tell of \"\(kind)\" in rows \(mine.sorted()), became \(theirs.sorted())")
        }
        for key in Set(published.keys).union(other.published.keys).sorted() {
            let (mine, theirs) = (published[key] ?? [], other.published[key] ?? [])
            guard mine != theirs else { continue }
            let row = zip(mine, theirs).prefix { $0 == $1 }.count
            func value(_ values: [String]) -> String { values.indices.contains(row) ? values[row] : "not there" }
            complaints.append("signal \(key.text) in row \(row) was \(value(mine)), became \(value(theirs))")
        }
        return complaints
    }

    private func listed(_ findings: [Placed<Evidence>], in chunk: Chunk) -> String {
        guard !findings.isEmpty else { return "none" }
        let more = findings.count > 2 ? " and \(findings.count - 2) more" : ""
        return findings.prefix(2).map { $0.description(in: chunk) }.joined(separator: ", ") + more
    }
}

/// A finding that can be compared and hashed.
struct Placed<Evidence: Hashable & Sendable>: Hashable {
    var row: Int
    let weight: FindingWeight
    let kind: String
    let discriminator: String
    let formerly: [String]
    let onset: Instant?
    let reachesBackTo: Instant?
    let group: FindingGroup?
    let evidence: Evidence

    func moved(by rows: Int) -> Placed {
        var moved = self
        moved.row += rows
        return moved
    }

    func description(in chunk: Chunk) -> String {
        let code = chunk.codes.indices.contains(row) ? " (\(chunk.codes[row]))" : ""
        let since =
            (onset.map { " since \($0)" } ?? "") + (reachesBackTo.map { " reaching back to \($0)" } ?? "")
        let within = group.map { " in \($0.kind.id) \"\($0.discriminator)\"" } ?? ""
        let before = formerly.isEmpty ? "" : " formerly \(formerly)"
        let name = discriminator.isEmpty ? kind : "\(kind) \"\(discriminator)\""
        let only = weight == .keeps ? " keeping only" : ""
        return "row \(row)\(code) \(name)\(only)\(before)\(since)\(within) \(evidence)"
    }
}

extension Placed {
    fileprivate init(_ finding: Finding<Evidence>, _ weight: FindingWeight) {
        self.init(
            row: finding.row, weight: weight, kind: finding.kind.id, discriminator: finding.discriminator,
            formerly: finding.formerly, onset: finding.onset, reachesBackTo: finding.reachesBackTo,
            group: finding.group,
            evidence: finding.evidence)
    }
}

extension FlywheelStage {
    /// Detects in one chunk, with the signals that others published for it.
    func sight(of chunk: Chunk, _ signals: SignalPort) -> Sight<Evidence> {
        var port = signals
        port.forgetAccess()
        var findings = Findings<Evidence>()
        detect(in: chunk, signals: &port, into: &findings)
        let placed = findings.all.map { Placed($0, .opens) } + findings.keeping.map { Placed($0, .keeps) }
        // A signal need not be equatable; its reflection shows every stored property, numbers to the last digit.
        let published = port.published.map { key in
            (key, (port.values(of: key) ?? []).map { $0.map { String(reflecting: $0) } ?? "none" })
        }
        return Sight(
            findings: placed, undecided: findings.undecided, undecidedByKind: findings.undecidedByKind,
            published: Dictionary(uniqueKeysWithValues: published), read: port.read)
    }
}
