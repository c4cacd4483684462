/// What the records of rotations say by themselves.
extension JournalMetrics {
    private func number(_ turn: [String: Any], _ key: String) -> Double? {
        let business = turn["business"] as? [String: Any]
        return business?[key] as? Double ?? (business?[key] as? Int).map(Double.init)
    }

    private func turns(in span: Span) -> [[String: Any]] {
        turns.filter { ($0["at"] as? Int).map(span.holds) ?? false }
    }

    func looked(in span: Span) -> Bool { !turns(in: span).isEmpty }

    /// The weeks of a stretch, counted back from its end.
    private func weeks(of span: Span) -> [Span] {
        var (weeks, end) = ([Span](), span.high)
        while end > span.low {
            weeks.append(Span(low: max(span.low, end - 7 * Self.day), high: end))
            end -= 7 * Self.day
        }
        return weeks
    }

    func exposure(_ span: Span) -> Found {
        guard let last = turns(in: span).last else { return Found(value: nil, count: 0) }
        return Found(value: (last["atRisk"] as? Int).map(Double.init), count: 1)
    }

    func ratio(_ span: Span, _ part: String, of whole: String) -> Found {
        let known = turns(in: span).filter { (number($0, whole) ?? 0) > 0 }
        let parts = known.reduce(0) { $0 + (number($1, part) ?? 0) }
        let wholes = known.reduce(0) { $0 + (number($1, whole) ?? 0) }
        return Found(value: known.isEmpty ? nil : parts / wholes, count: known.count)
    }

    func heroes(_ span: Span) -> Found {
        let shares = turns(in: span).compactMap { number($0, "heroFeaturedShare") }
        return Found(value: shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count), count: shares.count)
    }

    func unitsPerListing(_ span: Span) -> Found {
        let last = weeks(of: span).compactMap { week in
            turns(in: week).last { number($0, "weekUnits") != nil && (number($0, "weekListings") ?? 0) > 0 }
        }
        let (units, listings) = (
            last.reduce(0) { $0 + (number($1, "weekUnits") ?? 0) },
            last.reduce(0) { $0 + (number($1, "weekListings") ?? 0) }
        )
        return Found(value: last.isEmpty ? nil : units / listings, count: last.count)
    }

    func perOperator(_ span: Span, _ key: String, isMoney: Bool = false) -> Found {
        let last = weeks(of: span).compactMap { week in
            turns(in: week).last { number($0, key) != nil && (number($0, "staffHours") ?? 0) > 0 }
        }
        guard !last.isEmpty else { return Found(value: nil, count: 0) }
        let operators = last.reduce(0) { $0 + (number($1, "staffHours") ?? 0) / 40 }
        let value = last.reduce(0) { $0 + (number($1, key) ?? 0) } / operators
        return Found(value: isMoney ? value.rounded(.toNearestOrEven) : value, count: last.count)
    }

    func problemsPerOperator(_ span: Span) -> Found {
        var (problems, operators) = (0, 0.0)
        for week in weeks(of: span) {
            guard let hours = turns(in: week).compactMap({ number($0, "staffHours") }).last(where: { $0 > 0 }) else {
                continue
            }
            operators += hours / 40
            problems += lives.filter { $0.seen > first && week.holds($0.seen) }.count
        }
        return Found(value: operators > 0 ? Double(problems) / operators : nil, count: problems)
    }
}
