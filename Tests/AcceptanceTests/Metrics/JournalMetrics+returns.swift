extension JournalMetrics {
    /// Problems that began, that a person closed or wrote a change for, and that the data confirmed to be over.
    private var settled: [Life] { lives.filter { $0.confirmed != nil && $0.hasBegun } }

    /// What comes after each settled problem: the later ones that it is the newest settled one before.
    private func followers(_ isSame: (Life, Life) -> Bool) -> [Int64: [Life]] {
        var followers: [Int64: [Life]] = [:]
        for life in lives where life.hasBegun {
            let before = settled.filter { other in
                other.number != life.number && (other.ended ?? .max) <= life.seen && isSame(other, life)
            }
            let newest = before.max { ($0.ended ?? 0, $0.number) < ($1.ended ?? 0, $1.number) }
            if let newest { followers[newest.number, default: []].append(life) }
        }
        return followers
    }

    func repeats(_ span: Span, days: Int) -> Found {
        let followers = followers { earlier, later in
            earlier.place == later.place && later.close != nil && earlier.cause == later.cause
                && later.ended != nil && isFinal(later)
                && later.seen - (earlier.ended ?? 0) <= 90 * Self.day
        }
        return share(
            settled.compactMap { life in
                guard let end = life.ended, span.holds(end + days * Self.day) else { return nil }
                let limit = end + days * Self.day
                if followers[life.number, default: []].contains(where: { $0.seen <= limit }) { return true }
                let mayBe = lives.contains { other in
                    other.ended == nil && other.place == life.place && other.seen > end && other.seen <= limit
                }
                return mayBe ? nil : false
            })
    }

    func regressions(_ span: Span) -> Found {
        let followers = followers { $0.name == $1.name }
        return share(
            settled.compactMap { life in
                guard let end = life.ended, span.holds(end + 30 * Self.day) else { return nil }
                return followers[life.number, default: []].contains { $0.seen <= end + 30 * Self.day }
            })
    }

    /// Whether nothing will change it any more.
    private func isFinal(_ life: Life) -> Bool {
        life.standing.contains { ["verified", "unverified"].contains($0.verb) }
    }

    // MARK: The backlog

    func backlog(_ span: Span) -> Found {
        guard looked(in: span) else { return Found(value: nil, count: 0) }
        let open = open(at: span.high)
        return Found(value: Double(open.count), count: open.count)
    }

    func backlogAge(_ span: Span) -> Found {
        let ages = open(at: span.high).map { Double(span.high - $0.seen) / Double(Self.day) }.sorted()
        guard looked(in: span), !ages.isEmpty else { return Found(value: nil, count: 0) }
        let place = 0.9 * Double(ages.count - 1)
        let below = Int(place.rounded(.down))
        let above = Int(place.rounded(.up))
        return Found(
            value: ages[below] + (ages[above] - ages[below]) * (place - Double(below)), count: ages.count)
    }

    func netFlow(_ span: Span) -> Found {
        let weeks = Double(span.high - max(span.low, first)) / Double(7 * Self.day)
        guard looked(in: span), weeks > 0 else { return Found(value: nil, count: 0) }
        let came = lives.filter { $0.seen > first && span.holds($0.seen) }.count
        let went = lives.filter { $0.ended.map(span.holds) ?? false }.count
        return Found(value: Double(came - went) / weeks, count: came + went)
    }

    private func open(at moment: Int) -> [Life] {
        lives.filter { $0.seen <= moment && ($0.ended ?? .max) > moment }
    }
}
